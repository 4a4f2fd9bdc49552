'use strict';

const authorService = require('../../../services/author.service');
const { sendRow } = require('../../../utils/etag');
const { readId } = require('../../../utils/request.middleware');
const { id } = require('../validators/author.validator');

/**
 * @typedef {import('express').Request<{ id: string }>} Request
 * @typedef {import('express').Response} Response
 */

/**
 * @param {Request} _req
 * @param {Response} res
 */
async function list(_req, res) {
  res.json(await authorService.list(res.locals.query));
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function create(req, res) {
  const row = await authorService.create(req.body);
  res.location(`${req.baseUrl}/${row.id}`);
  sendRow(res, 201, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function get(req, res) {
  const row = await authorService.get(readId(req.params.id, id));
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function replace(req, res) {
  const row = await authorService.replace(
    readId(req.params.id, id),
    req.body,
    { ifMatch: req.get('If-Match') },
  );
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function patch(req, res) {
  const row = await authorService.patch(
    readId(req.params.id, id),
    req.body,
    { ifMatch: req.get('If-Match') },
  );
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function remove(req, res) {
  await authorService.remove(
    readId(req.params.id, id),
    { ifMatch: req.get('If-Match') },
  );
  res.status(204).end();
}

module.exports = { create, get, list, patch, remove, replace };
