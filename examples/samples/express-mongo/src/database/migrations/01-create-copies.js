'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'copies';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'barcode',
    'acquiredOn',
    'book_id',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    barcode: { bsonType: 'string', maxLength: 20 },
    condition: { enum: ['new', 'good', 'worn', 'damaged'] },
    acquiredOn: { bsonType: 'string' },
    book_id: { bsonType: 'objectId' },
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
        key: { barcode: 1 },
        name: 'unique_barcode',
        unique: true,
        sparse: true,
      },
{
        key: { condition: 1 },
      },
{
        key: { book_id: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
