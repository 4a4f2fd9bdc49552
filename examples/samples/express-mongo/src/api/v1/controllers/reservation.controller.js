'use strict';

const reservationService = require('../../../services/reservation.service');
const { sendRow } = require('../../../utils/etag');
const { readId } = require('../../../utils/request.middleware');
const { id } = require('../validators/reservation.validator');

/**
 * @typedef {import('express').Request<{ id: string }>} Request
 * @typedef {import('express').Response} Response
 */

/**
 * @param {Request} _req
 * @param {Response} res
 */
async function list(_req, res) {
  res.json(await reservationService.list(res.locals.query));
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function create(req, res) {
  const row = await reservationService.create(req.body);
  res.location(`${req.baseUrl}/${row.id}`);
  sendRow(res, 201, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function get(req, res) {
  const row = await reservationService.get(readId(req.params.id, id));
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function replace(req, res) {
  const row = await reservationService.replace(
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
  const row = await reservationService.patch(
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
  await reservationService.remove(
    readId(req.params.id, id),
    { ifMatch: req.get('If-Match') },
  );
  res.status(204).end();
}

module.exports = { create, get, list, patch, remove, replace };
