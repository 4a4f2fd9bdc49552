'use strict';

const { options, uri } = require('../config/database');
const { connection, database } = require('./connection');
const { migrate, undoAll } = require('./migrate');
const { seed, unseed } = require('./seeders');

/** @type {Record<string, () => Promise<unknown>>} */
const COMMANDS = {
  migrate: () => migrate(database()),
  undo: () => undoAll(database()),
  seed,
  unseed,
};

/**
 * Runs a command on the database of the settings.
 *
 * @param {string} command
 */
async function run(command) {
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new Error(`Usage: node src/database/run.js ${Object.keys(COMMANDS).join('|')}`);
  }
  await connection.openUri(uri, options);
  try {
    return await COMMANDS[command]();
  } finally {
    await connection.close();
  }
}

if (require.main === module) {
  run(process.argv[2]).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

module.exports = { run };
