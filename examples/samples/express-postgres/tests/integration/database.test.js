'use strict';

const { Sequelize } = require('sequelize');
const { useDatabase } = require('../support/client');
const { runSequelize } = require('../support/sequelize-cli');
const database = require('../../src/config/database');
const { defineModels, sequelize } = require('../../src/database/models');
const seeder = require('../../src/database/seeders/01-examples');

/** @typedef {import('sequelize').Sequelize} Connection */

const COLUMNS = `
  SELECT table_name, column_name, data_type, character_maximum_length,
         numeric_precision, numeric_scale, is_nullable, column_default
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> 'SequelizeMeta'
  ORDER BY table_name, column_name`;
const INDEXES = `
  SELECT indexdef FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> 'SequelizeMeta'
  ORDER BY indexdef`;
const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS table_name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace
    AND contype <> 'n' AND conrelid <> '"SequelizeMeta"'::regclass
  ORDER BY 1, 2`;

/** @param {Connection} connection */
async function schemaOf(connection) {
  const [columns] = await connection.query(COLUMNS);
  const [indexes] = await connection.query(INDEXES);
  const [constraints] = await connection.query(CONSTRAINTS);
  return { columns, indexes, constraints };
}

async function countRows() {
  const counts = Object.values(sequelize.models).map(async (model) => [
    model.name,
    await model.count(),
  ]);
  return Object.fromEntries(await Promise.all(counts));
}

describe('database', () => {
  useDatabase();

  it('has the schema that the models describe', async () => {
    const models = new Sequelize({
      ...database,
      database: `${database.database}_models`,
    });
    try {
      // The command line's own table, so that both have it.
      await models.query('CREATE TABLE "SequelizeMeta" ()');
      defineModels(models);
      await models.sync();
      // In a cycle of references sync() leaves those of primary keys out.
      for (const model of Object.values(models.models)) {
        if (model.primaryKeyAttributes.length > 1) {
          await model.sync({ force: true });
        }
      }
      expect(await schemaOf(sequelize)).toEqual(await schemaOf(models));
    } finally {
      await models.close();
    }
  });

  it('migrates back and forth', async () => {
    const before = await schemaOf(sequelize);
    await runSequelize('db:migrate:undo:all');
    expect((await schemaOf(sequelize)).columns).toEqual([]);
    await runSequelize('db:migrate');
    expect(await schemaOf(sequelize)).toEqual(before);
  });

  it('can be filled with examples, any number of times, and emptied', async () => {
    const queryInterface = sequelize.getQueryInterface();
    await seeder.up(queryInterface);
    const rows = await countRows();
    expect(rows).toMatchObject({
      Author: 2,
      Genre: 2,
      Book: 2,
      CopyRecord: 2,
      Member: 2,
      Loan: 2,
      Reservation: 2,
    });
    await seeder.up(queryInterface);
    expect(await countRows()).toEqual(rows);
    await seeder.down(queryInterface);
    expect(Object.values(await countRows()).every((count) => count === 0)).toBe(true);
  });
});
