'use strict';

const bookService = require('../../../services/book.service');
const { sendRow } = require('../../../utils/etag');
const { readId } = require('../../../utils/request.middleware');
const { id } = require('../validators/book.validator');

/**
 * @typedef {import('express').Request<{ id: string }>} Request
 * @typedef {import('express').Response} Response
 */

/**
 * @param {Request} _req
 * @param {Response} res
 */
async function list(_req, res) {
  res.json(await bookService.list(res.locals.query));
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function create(req, res) {
  const row = await bookService.create(req.body);
  res.location(`${req.baseUrl}/${row.id}`);
  sendRow(res, 201, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function get(req, res) {
  const row = await bookService.get(readId(req.params.id, id));
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function replace(req, res) {
  const row = await bookService.replace(
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
  const row = await bookService.patch(
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
  await bookService.remove(
    readId(req.params.id, id),
    { ifMatch: req.get('If-Match') },
  );
  res.status(204).end();
}

module.exports = { create, get, list, patch, remove, replace };
