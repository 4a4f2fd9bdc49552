'use strict';

/**
 * Options of every schema. Migrations make collections and indexes, and the
 * service itself sets ids, timestamps and versions.
 *
 * @satisfies {import('mongoose').SchemaOptions}
 */
const schemaOptions = {
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
  id: false,
  minimize: false,
  strict: /** @type {const} */ ('throw'),
  // A property may be called as what a document has; rows are no documents.
  suppressReservedKeysWarning: true,
  versionKey: /** @type {const} */ (false),
};

module.exports = { schemaOptions };
