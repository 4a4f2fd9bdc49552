{% set needsCaller = entity.owned %}
{% set passesCaller = false %}
{% for relation in entity.relations %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% set passesCaller = true %}
{% endif %}
{% endfor %}
{% set write = '{ ifMatch, caller }' if needsCaller else '{ ifMatch }' %}
{% set where = 'where: ownedBy(caller)' if entity.owned else '' %}
{% set refers = entity.relations.length > 0 %}
{% macro options() -%}
{ ifMatch{% if entity.owned %}, ${{ where }}{% endif %}{% if passesCaller %}, caller{% endif %} }
{%- endmacro %}
{% macro updated(values, given) -%}
{% if refers %}
  const row = await updateReferring(${{ entity.pascal }}, id, ${{ values }}, ${{ given }}, ${{ options() }});
{% elif model.hasRelations %}
  const { row } = await updateRow(${{ entity.pascal }}, id, ${{ values }}, ${{ options() }});
{% else %}
  const row = await updateRow(${{ entity.pascal }}, id, ${{ values }}, ${{ options() }});
{% endif %}
  return ${{ entity.pascal }}.toWire(row);
{%- endmacro %}
'use strict';

const { ${{ entity.pascal }} } = require('../database/models');
{% if model.hasRelations %}
const { deleteRow } = require('../utils/deletion');
{% endif %}
{% if entity.owned %}
const { ownedBy } = require('../utils/ownership');
{% endif %}
{% if refers %}
const { insertReferring, updateReferring } = require('../utils/references');
{% endif %}
const {
  findPage,
  findRow,
{% if not refers %}
  insertRow,
{% endif %}
  patchOf,
{% if not model.hasRelations %}
  removeRow,
{% endif %}
{% if not refers %}
  updateRow,
{% endif %}
} = require('../utils/rows');

/**
 * @typedef {Record<string, any>} Values
{% if needsCaller %}
 * @typedef {import('../utils/authenticate.middleware').Caller} Caller
 * @typedef {{ ifMatch?: string, caller: Caller }} WriteOptions
{% else %}
 * @typedef {{ ifMatch?: string }} WriteOptions
{% endif %}
 */

/**
 * @param {import('../utils/list-query').ListQuery} query
{% if entity.owned %}
 * @param {Caller} caller
{% endif %}
 */
async function list(query{% if entity.owned %}, caller{% endif %}) {
  return findPage(${{ entity.pascal }}, query{% if entity.owned %}, ownedBy(caller){% endif %});
}

/**
 * @param {string | number} id
{% if entity.owned %}
 * @param {Caller} caller
{% endif %}
 */
async function get(id{% if entity.owned %}, caller{% endif %}) {
  return ${{ entity.pascal }}.toWire(await findRow(${{ entity.pascal }}, id{% if entity.owned %}, { ${{ where }} }{% endif %}));
}

/**
 * @param {Values} values
{% if needsCaller %}
 * @param {Caller} caller
{% endif %}
 */
async function create(values{% if needsCaller %}, caller{% endif %}) {
  const row = await ${{ 'insertReferring' if refers else 'insertRow' }}(${{ entity.pascal }}, {% if entity.owned %}{ ...values, owner_id: caller.id }{% else %}values{% endif %}{% if passesCaller %}, { caller }{% endif %});
  return ${{ entity.pascal }}.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, ${{ write }}) {
${{ updated('values', 'values') }}
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, ${{ write }}) {
${{ updated('patchOf(' + entity.pascal + ', changes)', 'changes') }}
}

/**
 * @param {string | number} id
{% if needsCaller and not entity.owned %}
 * @param {{ ifMatch?: string }} options
{% else %}
 * @param {WriteOptions} options
{% endif %}
 */
async function remove(id, {% if entity.owned %}{ ifMatch, caller }{% else %}{ ifMatch }{% endif %}) {
  await ${{ 'deleteRow' if model.hasRelations else 'removeRow' }}(${{ entity.pascal }}, id, { ifMatch{% if entity.owned %}, ${{ where }}{% endif %} });
}

module.exports = { create, get, list, patch, remove, replace };
