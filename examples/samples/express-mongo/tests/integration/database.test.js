'use strict';

const { connection, database } = require('../../src/database/connection');
const { migrate, undoAll } = require('../../src/database/migrate');
const models = require('../../src/database/models');
const { run } = require('../../src/database/run');
const { seed, unseed } = require('../../src/database/seeders');
const { useDatabase } = require('../support/client');

const NAMES = Object.values(models).map(({ collection }) => collection.collectionName);

/** The collections of the models that are there. */
async function collections() {
  const found = await database().listCollections().toArray();
  const names = new Set(found.map(({ name }) => name));
  return NAMES.filter((name) => names.has(name));
}

async function countRows() {
  const counts = Object.entries(models).map(async ([name, model]) => [
    name,
    await model.countDocuments({}),
  ]);
  return Object.fromEntries(await Promise.all(counts));
}

/** What is missing of the indexes that the models describe, and what is left over. */
async function indexDifferences() {
  const differences = Object.values(models).map((model) => model.diffIndexes());
  return (await Promise.all(differences)).filter(
    ({ toCreate, toDrop }) => toCreate.length > 0 || toDrop.length > 0,
  );
}

describe('database', () => {
  useDatabase();

  it('has the collections and the indexes that the models describe', async () => {
    expect(await collections()).toEqual(NAMES);
    expect(await indexDifferences()).toEqual([]);
  });

  it('is up to date: to migrate it again changes nothing', async () => {
    expect(await migrate(database())).toEqual([]);
    expect(await indexDifferences()).toEqual([]);
  });

  it('migrates back and forth, once where two do it', async () => {
    const undone = await undoAll(database());
    expect(await collections()).toEqual([]);
    const done = await Promise.all([migrate(database()), migrate(database())]);
    expect(done.flat().sort()).toEqual(undone.sort());
    expect(await indexDifferences()).toEqual([]);
  });

  it('finishes a migration that was cut short', async () => {
    const records = database().collection('_migrations');
    const [name] = await undoAll(database());
    await migrate(database());
    await records.deleteOne({ _id: /** @type {any} */ (name) });
    expect(await migrate(database())).toEqual([name]);
  });

  it('can be filled with examples, any number of times, and emptied', async () => {
    await seed();
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
    await seed();
    expect(await countRows()).toEqual(rows);
    await unseed();
    expect(Object.values(await countRows()).every((count) => count === 0)).toBe(true);
  });
});

describe('the commands', () => {
  it('run on the database of the settings, and let go of it', async () => {
    expect(await run('migrate')).toEqual([]);
    expect(connection.readyState).toBe(0);
  });

  it('do not run what they do not know', async () => {
    await expect(run('drop')).rejects.toThrow('Usage');
  });
});
