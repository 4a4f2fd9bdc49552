'use strict';

const { Op } = require('sequelize');
{% if model.hasRelations %}
const { HttpError } = require('./errors');
{% endif %}
{% if 'json' in model.fieldTypes or 'object' in model.fieldTypes %}
const { mergePatch } = require('./merge-patch');
{% endif %}

/**
 * @typedef {import('sequelize').ModelStatic<import('sequelize').Model<any, any>>} Table
 * @typedef {import('sequelize').Model<any, any>} Row
 */

/**
 * One page of the rows that a list query asks for.
 *
 * @param {Table} table
 * @param {import('./list-query').ListQuery} query
 * @param {{ where?: import('sequelize').WhereOptions, include?: import('sequelize').Includeable[] }} [scope]
 */
async function findPage(table, query, { where = {}, include } = {}) {
  const { page, limit, order, conditions } = query;
  const wanted = { [Op.and]: [where, ...conditions] };
  const [total, items] = await Promise.all([
    table.count({ where: wanted }),
    table.findAll({
      where: wanted,
      include,
      order,
      limit,
      offset: (page - 1) * limit,
    }),
  ]);
  return { items, page, limit, total };
}

/**
 * Makes a query keep its rows from being changed until the transaction ends.
 *
 * @param {Table} table
 * @param {import('sequelize').Transaction} transaction
 */
function locked(table, transaction) {
  return { transaction, lock: { level: transaction.LOCK.UPDATE, of: table } };
}
{% if model.hasRelations %}

/**
 * Throws where a reference leads to nothing that the caller can see. The rows
 * that it leads to stay until the transaction ends.
 *
 * @param {Table} table
 * @param {string} property
 * @param {unknown} reference An id, several, or none
 * @param {{ transaction: import('sequelize').Transaction, where?: import('sequelize').WhereOptions }} options
 */
async function assertExists(
  table,
  property,
  reference,
  { transaction, where = {} },
) {
  const ids = [reference ?? []].flat();
  if (ids.length === 0) {
    return;
  }
  const found = await table.findAll({
    attributes: ['id'],
    where: { [Op.and]: [where, { id: ids }] },
    order: ['id'],
    lock: transaction.LOCK.SHARE,
    transaction,
  });
  if (found.length < ids.length) {
    throw HttpError.conflict('A reference leads to nothing.', [
      { pointer: `/${property}`, detail: 'must refer to an existing row' },
    ]);
  }
}
{% endif %}
{% if model.hasManyToMany %}

/**
 * Sets which rows a row is linked with.
 *
 * @param {Row} row
 * @param {string} association
 * @param {unknown[]} ids
 * @param {import('sequelize').Transaction} transaction
 */
async function setLinks(row, association, ids, transaction) {
  const table = /** @type {Table} */ (row.constructor);
  const links = /** @type {any} */ (table.associations[association]);
  await links.set(row, ids, { transaction });
}
{% endif %}

/**
 * Applies the changes of a merge patch to a row. What null removes has its
 * default afterwards.
 *
 * @param {Row} row
 * @param {Record<string, unknown>} changes
 */
function patchRow(row, changes) {
  const table = /** @type {Table} */ (row.constructor);
  const attributes = table.getAttributes();
  for (const [name, change] of Object.entries(changes)) {
{% if 'json' in model.fieldTypes or 'object' in model.fieldTypes %}
    row.set(
      name,
      change === null
        ? (attributes[name].defaultValue ?? null)
        : mergePatch(row.get(name), change),
    );
{% else %}
    row.set(name, change ?? attributes[name].defaultValue ?? null);
{% endif %}
  }
}

module.exports = {
{% if model.hasRelations %}
  assertExists,
{% endif %}
  findPage,
  locked,
  patchRow,
{% if model.hasManyToMany %}
  setLinks,
{% endif %}
};
