'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'authors';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'name',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    name: { bsonType: 'string', maxLength: 160 },
    bornOn: { bsonType: 'string' },
    website: { bsonType: 'string', maxLength: 2048 },
    created_at: { bsonType: 'date' },
    updated_at: { bsonType: 'date' },
    _version: { bsonType: 'number' },
    _deleting: { bsonType: 'objectId' },
  },
};

/** @type {import('../migrate').Migration} */
module.exports = {
  async up(database) {
    await createCollection(database, NAME, RULES);
    await database.collection(NAME).createIndexes([
{
        key: { name: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
