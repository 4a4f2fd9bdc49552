'use strict';

const { mongo } = require('mongoose');

const NAMESPACE_EXISTS = 48;

/**
 * Makes a collection whose documents keep to rules (`$jsonSchema`), unless a
 * migration that was cut short has made it already.
 *
 * @param {import('mongoose').mongo.Db} database
 * @param {string} name
 * @param {object} rules
 */
async function createCollection(database, name, rules) {
  try {
    await database.createCollection(name, {
      validator: { $jsonSchema: rules },
    });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError && error.code === NAMESPACE_EXISTS)) {
      throw error;
    }
  }
}

module.exports = { createCollection };
