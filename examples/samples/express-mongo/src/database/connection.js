'use strict';

const { setTimeout: wait } = require('node:timers/promises');
const mongoose = require('mongoose');
const { options, statementTimeout, uri } = require('../config/database');

const RETRY_MS = 1000;
const COMMAND_NOT_FOUND = 59;

// An operator in a filter is one only where the code has put it there.
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');
mongoose.set('maxTimeMS', statementTimeout);

const connection = mongoose.createConnection();

let isClosing = false;

/**
 * Connects, again and again until the server answers or the service stops.
 *
 * @param {(error: unknown) => void} [onFailure]
 */
async function connect(onFailure = () => undefined) {
  isClosing = false;
  while (!isClosing) {
    try {
      await connection.openUri(uri, options);
      return;
    } catch (error) {
      onFailure(error);
      await wait(RETRY_MS, undefined, { ref: false });
    }
  }
}

async function disconnect() {
  isClosing = true;
  await connection.close();
}

/** The database behind the connection; throws where there is none. */
function database() {
  if (!connection.db || connection.readyState !== mongoose.ConnectionStates.connected) {
    throw new mongoose.mongo.MongoNotConnectedError('There is no connection.');
  }
  return connection.db;
}

/** Throws where the database does not answer. */
async function ping() {
  await database().command({ ping: 1 });
}

/** Whether the server has transactions: replica sets and sharded clusters do. */
async function hasTransactions() {
  try {
    const { setName, msg } = await database().command({ hello: 1 });
    return setName !== undefined || msg === 'isdbgrid';
  } catch (error) {
    // Every server that has transactions knows the command.
    if (error instanceof mongoose.mongo.MongoServerError && error.code === COMMAND_NOT_FOUND) {
      return false;
    }
    throw error;
  }
}

module.exports = { connect, connection, database, disconnect, hasTransactions, ping };
