'use strict';

const { execFile } = require('node:child_process');
const { promisify } = require('node:util');

const SEQUELIZE = require.resolve('sequelize-cli/lib/sequelize');

/**
 * Runs the command line of Sequelize on the database of DATABASE_URL.
 *
 * @param {string} command
 */
async function runSequelize(command) {
  await promisify(execFile)(process.execPath, [SEQUELIZE, command]);
}

module.exports = { runSequelize };
