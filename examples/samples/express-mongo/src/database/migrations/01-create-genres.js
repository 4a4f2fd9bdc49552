'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'genres';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'name',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'number' },
    name: { bsonType: 'string', maxLength: 80 },
    parent_id: { bsonType: 'number' },
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
        name: 'unique_name',
        unique: true,
        sparse: true,
      },
{
        key: { parent_id: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
