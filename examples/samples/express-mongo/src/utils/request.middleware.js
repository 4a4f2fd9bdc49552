'use strict';

const express = require('express');
const { bodyLimit } = require('../config');
const { HttpError } = require('./errors');
const { parseBody } = require('./json');
const { createListReader } = require('./list-query');
const { prepare, validate } = require('./validate');

const JSON_TYPE = 'application/json';
const MERGE_PATCH_TYPE = 'application/merge-patch+json';

/**
 * Refuses methods that a path does not have, and answers OPTIONS.
 *
 * @param {...string} methods
 * @returns {import('express').RequestHandler}
 */
function allow(...methods) {
  const known = methods.includes('GET') ? ['HEAD', ...methods] : methods;
  const header = [...known, 'OPTIONS'].join(', ');
  return (req, res, next) => {
    if (req.method === 'OPTIONS') {
      res.set('Allow', header).status(204).end();
    } else if (known.includes(req.method)) {
      next();
    } else {
      throw new HttpError(405, `${req.method} is not allowed here.`, {
        headers: { Allow: header },
      });
    }
  };
}

/**
 * @param {string | undefined} header
 * @param {string[]} types
 */
function isAccepted(header = '', types) {
  const [type, ...parameters] = header
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  return (
    types.includes(type) &&
    parameters.every(
      parameter =>
        !parameter.startsWith('charset=') ||
        /^charset="?utf-8"?$/.test(parameter),
    )
  );
}

/**
 * Reads a body of limited size and validates it.
 *
 * @param {import('joi').Schema} schema
 * @param {{ types: string[], defaults: boolean }} options
 * @returns {import('express').RequestHandler[]}
 */
function readJson(schema, { types, defaults }) {
  const prepared = prepare(schema, { defaults });
  return [
    express.raw({ type: () => true, limit: bodyLimit, inflate: false }),
    (req, _res, next) => {
      if (!isAccepted(req.headers['content-type'], types)) {
        throw new HttpError(415, `The body must be ${types.join(' or ')}.`);
      }
      const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      req.body = validate(prepared, parseBody(bytes));
      next();
    },
  ];
}

/** @param {import('joi').Schema} schema */
function readBody(schema) {
  return readJson(schema, { types: [JSON_TYPE], defaults: true });
}

/**
 * Reads a merge patch: what it leaves out stays as it is, so it gets no defaults.
 *
 * @param {import('joi').Schema} schema
 */
function readPatch(schema) {
  return readJson(schema, {
    types: [JSON_TYPE, MERGE_PATCH_TYPE],
    defaults: false,
  });
}

/**
 * @param {import('./list-query').ListDefinition} definition
 * @returns {import('express').RequestHandler}
 */
function readQuery(definition) {
  const readList = createListReader(definition);
  return (req, res, next) => {
    res.locals.query = readList(req.originalUrl);
    next();
  };
}

/**
 * The id in an address; a malformed one names nothing.
 *
 * @param {string} text
 * @param {import('joi').Schema} schema
 * @returns {any}
 */
function readId(text, schema) {
  const { error, value } = schema.validate(text);
  if (error) {
    throw HttpError.notFound('resource');
  }
  return value;
}

module.exports = { allow, readBody, readId, readPatch, readQuery };
