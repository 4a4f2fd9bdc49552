'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { startEmbeddedDatabase } = require('./embedded-database');

const ROOT = path.join(__dirname, '..');
const SEQUELIZE = require.resolve('sequelize-cli/lib/sequelize');

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
    throw new Error(`${path.basename(args[0])} ${args[1]} failed.`);
  }
}

async function main() {
  process.chdir(ROOT);
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const given = process.env.DATABASE_URL;
  const database = given
    ? { url: given, stop: async () => undefined }
    : await startEmbeddedDatabase({
        folder: path.join(ROOT, '.data/postgres'),
        persistent: true,
      });
  const env = {
    NODE_ENV: 'development',
    ...process.env,
    DATABASE_URL: database.url,
  };
  try {
    await runToEnd([SEQUELIZE, 'db:migrate'], env);
    await runToEnd([SEQUELIZE, 'db:seed:all'], env);
    const server = run(['--watch', 'src/server.js'], env);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => server.kill(signal));
    }
    await once(server, 'exit');
  } finally {
    await database.stop();
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
