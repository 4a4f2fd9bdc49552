'use strict';

const memberService = require('../../../services/member.service');
const { sendRow } = require('../../../utils/etag');
const { readId } = require('../../../utils/request.middleware');
const { id } = require('../validators/member.validator');

/**
 * @typedef {import('express').Request<{ id: string }>} Request
 * @typedef {import('express').Response} Response
 */

/**
 * @param {Request} _req
 * @param {Response} res
 */
async function list(_req, res) {
  res.json(await memberService.list(res.locals.query));
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function create(req, res) {
  const row = await memberService.create(req.body);
  res.location(`${req.baseUrl}/${row.id}`);
  sendRow(res, 201, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function get(req, res) {
  const row = await memberService.get(readId(req.params.id, id));
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function replace(req, res) {
  const row = await memberService.replace(
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
  const row = await memberService.patch(
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
  await memberService.remove(
    readId(req.params.id, id),
    { ifMatch: req.get('If-Match') },
  );
  res.status(204).end();
}

module.exports = { create, get, list, patch, remove, replace };
