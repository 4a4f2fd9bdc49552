'use strict';

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { mongo } = require('mongoose');

const FOLDER = path.join(__dirname, 'migrations');
const DUPLICATE_KEY = 11000;
const LOCK = 'lock';
const LOCK_MS = 10 * 60 * 1000;
const PAUSE_MS = 100;

/**
 * One step of the database's history. Each can be run again, in case it was cut
 * short.
 *
 * @typedef {object} Migration
 * @property {(database: import('mongoose').mongo.Db) => Promise<void>} up
 * @property {(database: import('mongoose').mongo.Db) => Promise<void>} down
 */

/**
 * @param {import('mongoose').mongo.Db} database
 * @returns {import('mongoose').mongo.Collection<{ _id: string, at: Date }>}
 */
function records(database) {
  return database.collection('_migrations');
}

/**
 * Waits until no other process migrates. A lock that is that old was left behind.
 *
 * @param {import('mongoose').mongo.Db} database
 */
async function lock(database) {
  for (;;) {
    try {
      await records(database).insertOne({ _id: LOCK, at: new Date() });
      return;
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY)) {
        throw error;
      }
    }
    const abandoned = new Date(Date.now() - LOCK_MS);
    await records(database).deleteOne({ _id: LOCK, at: { $lt: abandoned } });
    await wait(PAUSE_MS);
  }
}

/**
 * @param {import('mongoose').mongo.Db} database
 * @param {() => Promise<string[]>} work
 */
async function locked(database, work) {
  await lock(database);
  try {
    return await work();
  } finally {
    await records(database).deleteOne({ _id: LOCK });
  }
}

/** @param {import('mongoose').mongo.Db} database */
async function readApplied(database) {
  const applied = await records(database).find().toArray();
  return new Set(applied.map(({ _id }) => _id));
}

/** The names of all migrations, in their order. */
function names() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.js'))
    .sort();
}

/**
 * @param {string} name
 * @returns {Migration}
 */
function load(name) {
  return require(path.join(FOLDER, name));
}

/**
 * Brings a database up to date.
 *
 * @param {import('mongoose').mongo.Db} database
 * @returns {Promise<string[]>} The migrations that it did not have
 */
async function migrate(database) {
  return locked(database, async () => {
    const applied = await readApplied(database);
    const missing = names().filter((name) => !applied.has(name));
    for (const name of missing) {
      await load(name).up(database);
      await records(database).insertOne({ _id: name, at: new Date() });
    }
    return missing;
  });
}

/**
 * Takes the migrations of a database back, the last one first.
 *
 * @param {import('mongoose').mongo.Db} database
 * @returns {Promise<string[]>} The migrations that it had
 */
async function undoAll(database) {
  return locked(database, async () => {
    const applied = await readApplied(database);
    const present = names().filter((name) => applied.has(name)).reverse();
    for (const name of present) {
      await load(name).down(database);
      await records(database).deleteOne({ _id: name });
    }
    return present;
  });
}

module.exports = { migrate, undoAll };
