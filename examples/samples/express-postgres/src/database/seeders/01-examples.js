'use strict';

// In an order in which rows come after those that they must refer to.
/** @type {Example[]} */
const EXAMPLES = [
  require('./examples/author.examples'),
  require('./examples/genre.examples'),
  require('./examples/book.examples'),
  require('./examples/copy-record.examples'),
  require('./examples/member.examples'),
  require('./examples/loan.examples'),
  require('./examples/reservation.examples'),
];

/**
 * @typedef {object} Example
 * @property {string} table
 * @property {({ id: string | number } & Record<string, unknown>)[]} rows
 * @property {{ id: string | number, values: Record<string, unknown> }[]} [references]
 * @property {{ table: string, row: Record<string, unknown> }[]} [links]
 */

/**
 * Inserts example rows; those that are there already stay as they are.
 *
 * @satisfies {import('sequelize-cli').Migration}
 */
module.exports = {
  async up(queryInterface) {
    const { sequelize } = queryInterface;
    await sequelize.transaction(async (transaction) => {
      const insert = { transaction, ignoreDuplicates: true };
      for (const { table, rows } of EXAMPLES) {
        await queryInterface.bulkInsert(table, rows, insert);
        if (typeof rows[0].id === 'number') {
          // The next generated id must not be one of an example.
          await sequelize.query(
            `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), max(id)) FROM "${table}"`,
            { transaction },
          );
        }
      }
      for (const { table, references = [] } of EXAMPLES) {
        for (const { id, values } of references) {
          await queryInterface.bulkUpdate(table, values, { id }, { transaction });
        }
      }
      for (const { table, row } of EXAMPLES.flatMap(({ links = [] }) => links)) {
        await queryInterface.bulkInsert(table, [row], insert);
      }
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      for (const { table, references = [] } of EXAMPLES) {
        for (const { id, values } of references) {
          const none = Object.fromEntries(
            Object.keys(values).map((column) => [column, null]),
          );
          await queryInterface.bulkUpdate(table, none, { id }, { transaction });
        }
      }
      for (const { table, rows } of EXAMPLES.toReversed()) {
        const ids = rows.map(({ id }) => id);
        await queryInterface.bulkDelete(table, { id: ids }, { transaction });
      }
    });
  },
};
