'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { startEmbeddedDatabase } = require('./embedded-database');

const ROOT = path.join(__dirname, '..');
const FOLDER = path.join(ROOT, '.data/mongo');

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(args, env) {
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runToEnd(args, env) {
  const [code] = await once(run(args, env), 'exit');
  if (code !== 0) {
    throw new Error(`${args.join(' ')} failed.`);
  }
}

/**
 * Runs something with the settings of local work, beside the database of
 * MONGODB_URI or an embedded one.
 *
 * @param {(env: NodeJS.ProcessEnv) => Promise<void>} use
 */
async function withDatabase(use) {
  process.chdir(ROOT);
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const given = process.env.MONGODB_URI;
  const database = given
    ? { uri: given, stop: async () => undefined }
    : await startEmbeddedDatabase({ folder: FOLDER });
  try {
    await use({
      NODE_ENV: 'development',
      ...process.env,
      MONGODB_URI: database.uri,
    });
  } finally {
    await database.stop();
  }
}

/** @param {Promise<void>} work */
function exitAfter(work) {
  work.then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
}

module.exports = { exitAfter, run, runToEnd, withDatabase };
