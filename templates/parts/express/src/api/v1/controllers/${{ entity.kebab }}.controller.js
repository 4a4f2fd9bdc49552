{% set needsCaller = entity.owned %}
{% for relation in entity.relations %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% endif %}
{% endfor %}
'use strict';

const ${{ entity.camel }}Service = require('../../../services/${{ entity.kebab }}.service');
const { sendRow } = require('../../../utils/etag');
const { readId } = require('../../../utils/request.middleware');
const { id } = require('../validators/${{ entity.kebab }}.validator');

/**
 * @typedef {import('express').Request<{ id: string }>} Request
 * @typedef {import('express').Response} Response
 */

/**
 * @param {Request} _req
 * @param {Response} res
 */
async function list(_req, res) {
  res.json(await ${{ entity.camel }}Service.list(res.locals.query{% if entity.owned %}, res.locals.caller{% endif %}));
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function create(req, res) {
  const row = await ${{ entity.camel }}Service.create(req.body{% if needsCaller %}, res.locals.caller{% endif %});
{% if values.database == 'mongo' %}
  res.location(`${req.baseUrl}/${row.id}`);
{% else %}
  res.location(`${req.baseUrl}/${row.get('id')}`);
{% endif %}
  sendRow(res, 201, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function get(req, res) {
  const row = await ${{ entity.camel }}Service.get(readId(req.params.id, id){% if entity.owned %}, res.locals.caller{% endif %});
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function replace(req, res) {
  const row = await ${{ entity.camel }}Service.replace(
    readId(req.params.id, id),
    req.body,
    { ifMatch: req.get('If-Match'){% if needsCaller %}, caller: res.locals.caller{% endif %} },
  );
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function patch(req, res) {
  const row = await ${{ entity.camel }}Service.patch(
    readId(req.params.id, id),
    req.body,
    { ifMatch: req.get('If-Match'){% if needsCaller %}, caller: res.locals.caller{% endif %} },
  );
  sendRow(res, 200, row);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
async function remove(req, res) {
  await ${{ entity.camel }}Service.remove(
    readId(req.params.id, id),
    { ifMatch: req.get('If-Match'){% if entity.owned %}, caller: res.locals.caller{% endif %} },
  );
  res.status(204).end();
}

module.exports = { create, get, list, patch, remove, replace };
