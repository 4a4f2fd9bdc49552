'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'loans';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'lentAt',
    'dueOn',
    'copy_id',
    'member_id',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    lentAt: { bsonType: 'date' },
    dueOn: { bsonType: 'string' },
    returnedAt: { bsonType: 'date' },
    fine: { bsonType: 'decimal' },
    copy_id: { bsonType: 'objectId' },
    member_id: { bsonType: 'objectId' },
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
        key: { lentAt: 1 },
      },
{
        key: { dueOn: 1 },
      },
{
        key: { copy_id: 1 },
      },
{
        key: { member_id: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
