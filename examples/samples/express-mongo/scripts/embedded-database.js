'use strict';

const { once } = require('node:events');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { mkdir } = require('node:fs/promises');
const net = require('node:net');
const path = require('node:path');

const REPLICA_SET = 'embedded';

/**
 * A running MongoDB, a replica set of one member.
 *
 * @typedef {object} Server
 * @property {string} uri Address of its database `service`
 * @property {() => Promise<unknown>} stop
 */

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {number} port */
async function isOpen(port) {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * The port of the server on a folder: always the same one, because a replica set
 * remembers the addresses of its members.
 *
 * @param {string} folder
 */
async function portOf(folder) {
  const file = path.join(folder, 'port');
  if (!existsSync(file)) {
    await mkdir(path.join(folder, 'data'), { recursive: true });
    writeFileSync(file, String(await freePort()));
  }
  return Number(readFileSync(file, 'utf8'));
}

/** @param {import('mongodb-memory-server-core').MongoMemoryReplSet['_instanceOpts']} members */
async function startReplicaSet(members) {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  try {
    return await MongoMemoryReplSet.create({
      instanceOpts: members,
      replSet: { name: REPLICA_SET, storageEngine: 'wiredTiger' },
    });
  } catch (cause) {
    throw new Error(
      'The embedded MongoDB did not start. It is downloaded on first use; without a network, set MONGODB_URI to a server of yours.',
      { cause },
    );
  }
}

/**
 * Starts a MongoDB, or finds the one that runs on a folder.
 *
 * @param {{ folder?: string }} [options] Where to keep the data; nowhere if left out
 * @returns {Promise<Server>}
 */
async function startEmbeddedDatabase({ folder } = {}) {
  if (folder === undefined) {
    const replicaSet = await startReplicaSet([{}]);
    return {
      uri: replicaSet.getUri('service'),
      stop: () => replicaSet.stop(),
    };
  }
  const port = await portOf(folder);
  const uri = `mongodb://127.0.0.1:${port}/service?replicaSet=${REPLICA_SET}`;
  if (await isOpen(port)) {
    return { uri, stop: async () => undefined };
  }
  const replicaSet = await startReplicaSet([
    { dbPath: path.join(folder, 'data'), port },
  ]);
  return { uri, stop: () => replicaSet.stop({ doCleanup: false }) };
}

module.exports = { startEmbeddedDatabase };
