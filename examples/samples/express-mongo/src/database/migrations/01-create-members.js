'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'members';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'cardNumber',
    'name',
    'email',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    cardNumber: { bsonType: 'long' },
    name: { bsonType: 'string', maxLength: 160 },
    email: { bsonType: 'string', maxLength: 254 },
    receivesReminders: { bsonType: 'bool' },
    favourite_ids: {
      bsonType: 'array',
      items: { bsonType: 'objectId' },
    },
    created_at: { bsonType: 'date' },
    updated_at: { bsonType: 'date' },
    _version: { bsonType: 'number' },
    _deleting: { bsonType: 'objectId' },
    _deleted: { bsonType: 'objectId' },
  },
};

/** @type {import('../migrate').Migration} */
module.exports = {
  async up(database) {
    await createCollection(database, NAME, RULES);
    await database.collection(NAME).createIndexes([
{
        // Rows that are hidden do not count.
        key: { cardNumber: 1, _deleted: 1 },
        name: 'unique_cardNumber',
        unique: true,
        sparse: true,
      },
{
        // Rows that are hidden do not count.
        key: { email: 1, _deleted: 1 },
        name: 'unique_email',
        unique: true,
        sparse: true,
      },
{
        key: { favourite_ids: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
