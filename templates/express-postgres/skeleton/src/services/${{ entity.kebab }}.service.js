{% set links = false %}
{% set toOne = false %}
{% set needsCaller = entity.owned %}
{% set filtersTargets = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% endif %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% set filtersTargets = true %}
{% endif %}
{% endfor %}
{% set write = '{ ifMatch, caller }' if needsCaller else '{ ifMatch }' %}
'use strict';

const models = require('../database/models');
const { HttpError } = require('../utils/errors');
const { assertMatch } = require('../utils/etag');
{% if entity.owned or filtersTargets %}
const { ownedBy } = require('../utils/ownership');
{% endif %}
const {
{% if entity.relations.length %}
  assertExists,
{% endif %}
  findPage,
  locked,
  patchRow,
{% if links %}
  setLinks,
{% endif %}
} = require('../utils/rows');
{% if entity.softDelete %}
const { softDelete } = require('../utils/soft-delete');
{% endif %}
const { inTransaction } = require('../utils/transaction');

const { ${{ entity.pascal }} } = models;
{% if links %}

const include = [
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
  {
    association: '${{ relation.identifier }}',
    attributes: ['id'],
    through: { attributes: [] },
  },
{% endif %}
{% endfor %}
];
{% endif %}

/**
 * @typedef {import('sequelize').Transaction} Transaction
 * @typedef {Record<string, any>} Values
{% if needsCaller %}
 * @typedef {import('../utils/authenticate.middleware').Caller} Caller
{% endif %}
{% if needsCaller %}
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
{% if entity.owned and links %}
  return findPage(${{ entity.pascal }}, query, { where: ownedBy(caller), include });
{% elif entity.owned %}
  return findPage(${{ entity.pascal }}, query, { where: ownedBy(caller) });
{% elif links %}
  return findPage(${{ entity.pascal }}, query, { include });
{% else %}
  return findPage(${{ entity.pascal }}, query);
{% endif %}
}

/**
 * @param {string | number} id
{% if entity.owned %}
 * @param {Caller} caller
{% endif %}
 * @param {import('sequelize').FindOptions} [options]
 */
async function get(id, {% if entity.owned %}caller, {% endif %}options = {}) {
  const row = await ${{ entity.pascal }}.findOne({
    where: { id{% if entity.owned %}, ...ownedBy(caller){% endif %} },
{% if links %}
    include,
{% endif %}
    ...options,
  });
  if (!row) {
    throw HttpError.notFound('${{ entity.title | lower }}');
  }
  return row;
}

/**
 * @param {Values} values
{% if needsCaller %}
 * @param {Caller} caller
{% endif %}
 */
async function create(values{% if needsCaller %}, caller{% endif %}) {
{% if entity.relations.length %}
  return inTransaction(async (transaction) => {
    const row = ${{ entity.pascal }}.build({% if entity.owned %}{ owner_id: caller.id }{% endif %});
    row.set(values);
    return save(row, values, {% if filtersTargets %}caller, {% endif %}transaction);
  });
{% elif entity.owned %}
  return ${{ entity.pascal }}.create({ ...values, owner_id: caller.id });
{% else %}
  return ${{ entity.pascal }}.create(values);
{% endif %}
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, ${{ write }}) {
  return inTransaction(async (transaction) => {
    const row = await get(id, {% if entity.owned %}caller, {% endif %}locked(${{ entity.pascal }}, transaction));
    assertMatch(row, ifMatch);
    row.set(values);
    return save(row, values, {% if filtersTargets %}caller, {% endif %}transaction);
  });
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, ${{ write }}) {
  return inTransaction(async (transaction) => {
    const row = await get(id, {% if entity.owned %}caller, {% endif %}locked(${{ entity.pascal }}, transaction));
    assertMatch(row, ifMatch);
    patchRow(row, changes);
    return save(row, changes, {% if filtersTargets %}caller, {% endif %}transaction);
  });
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
  await inTransaction(async (transaction) => {
    const row = await get(id, {% if entity.owned %}caller, {% endif %}locked(${{ entity.pascal }}, transaction));
    assertMatch(row, ifMatch);
{% if entity.softDelete %}
    await softDelete(${{ entity.pascal }}, [id], { transaction });
{% else %}
    await row.destroy({ transaction });
{% endif %}
  });
}

/**
 * Writes a row{% if entity.relations.length %} and what it refers to{% endif %}, and reads it as it is stored.
 *
 * @param {import('../utils/rows').Row} row
 * @param {Values} values
{% if filtersTargets %}
 * @param {Caller} caller
{% endif %}
 * @param {Transaction} transaction
 */
async function save(row, values, {% if filtersTargets %}caller, {% endif %}transaction) {
{% for relation in entity.relations %}
  await assertExists(models.${{ relation.target.pascal }}, '${{ relation.wireName }}', values.${{ relation.wireName }}, {
{% if relation.target.owned %}
    where: ownedBy(caller),
{% endif %}
    transaction,
  });
{% endfor %}
{% if entity.timestamps %}
  row.changed(/** @type {any} */ ('updated_at'), true);
{% endif %}
{% if entity.timestamps and not links %}
  return row.save({ transaction, returning: true });
{% else %}
  await row.save({ transaction });
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
  if (values.${{ relation.wireName }} !== undefined) {
    await setLinks(row, '${{ relation.identifier }}', values.${{ relation.wireName }}, transaction);
  }
{% endif %}
{% endfor %}
  return row.reload({ {% if links %}include, {% endif %}transaction });
{% endif %}
}

module.exports = { create, get, list, patch, remove, replace };
