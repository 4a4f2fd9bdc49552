'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'reservations';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'expiresOn',
    'book_id',
    'member_id',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    expiresOn: { bsonType: 'string' },
    book_id: { bsonType: 'objectId' },
    member_id: { bsonType: 'objectId' },
    filledBy_id: { bsonType: 'objectId' },
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
        key: { expiresOn: 1 },
      },
{
        key: { book_id: 1 },
      },
{
        key: { member_id: 1 },
      },
{
        key: { filledBy_id: 1 },
        name: 'unique_filledBy_id',
        unique: true,
        sparse: true,
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
