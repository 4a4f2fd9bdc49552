'use strict';

const { BelongsToMany, HasMany, HasOne, Op } = require('sequelize');
const { HttpError } = require('./errors');

/**
 * @typedef {import('./rows').Table} Table
 * @typedef {{ transaction: import('sequelize').Transaction }} Options
 */

/**
 * Hides rows and follows what refers to them, as the database does when it
 * deletes rows for good: by the `onDelete` of each association.
 *
 * @param {Table} table
 * @param {(string | number)[]} ids
 * @param {Options} options
 */
async function softDelete(table, ids, { transaction }) {
  /** @type {any[]} */
  const associations = Object.values(table.associations);
  /** @type {any[]} */
  const references = associations.filter(
    association =>
      association instanceof HasMany || association instanceof HasOne,
  );
  for (const { target, foreignKey, options } of references) {
    if (options.onDelete === 'RESTRICT') {
      // Rows that refer to each other can go together.
      const id = target === table ? { [Op.notIn]: ids } : { [Op.not]: null };
      const where = { [foreignKey]: ids, id };
      if ((await target.count({ where, transaction })) > 0) {
        throw HttpError.conflict('Rows that refer to each other forbid this.');
      }
    }
  }
  await table.destroy({ where: { id: ids }, transaction });
  for (const association of associations) {
    if (association instanceof BelongsToMany) {
      const { foreignKey, through } = /** @type {any} */ (association);
      await through.model.destroy({
        where: { [foreignKey]: ids },
        transaction,
      });
    }
  }
  for (const { target, foreignKey, options } of references) {
    if (options.onDelete === 'SET NULL') {
      await target.update(
        { [foreignKey]: null },
        { where: { [foreignKey]: ids }, paranoid: false, transaction },
      );
    } else if (options.onDelete === 'CASCADE') {
      await deleteReferring(target, foreignKey, ids, { transaction });
    }
  }
}

/**
 * @param {Table} table
 * @param {string} foreignKey
 * @param {(string | number)[]} ids
 * @param {Options} options
 */
async function deleteReferring(table, foreignKey, ids, { transaction }) {
  const where = { [foreignKey]: ids };
  if (!table.options.paranoid) {
    await table.destroy({ where, transaction });
    return;
  }
  const rows = await table.findAll({
    attributes: ['id'],
    where,
    lock: transaction.LOCK.UPDATE,
    transaction,
  });
  if (rows.length > 0) {
    const referring = rows.map(row => row.get('id'));
    await softDelete(table, /** @type {string[]} */ (referring), {
      transaction,
    });
  }
}

module.exports = { softDelete };
