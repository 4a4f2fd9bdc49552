'use strict';

const { createCollection } = require('../create-collection');

const NAME = 'books';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
    'isbn',
    'title',
    'language',
    'genre_id',
    'created_at',
    'updated_at',
    '_version',
  ],
  properties: {
    _id: { bsonType: 'objectId' },
    isbn: { bsonType: 'string', maxLength: 13 },
    title: { bsonType: 'string', maxLength: 250 },
    summary: { bsonType: 'string', maxLength: 65535 },
    publishedOn: { bsonType: 'string' },
    pages: { bsonType: 'number' },
    language: { bsonType: 'string', maxLength: 2 },
    author_ids: {
      bsonType: 'array',
      items: { bsonType: 'objectId' },
    },
    genre_id: { bsonType: 'number' },
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
        key: { isbn: 1 },
        name: 'unique_isbn',
        unique: true,
        sparse: true,
      },
{
        key: { title: 1 },
      },
{
        key: { publishedOn: 1 },
      },
{
        key: { language: 1 },
      },
{
        key: { author_ids: 1 },
      },
{
        key: { genre_id: 1 },
      },
    ]);
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
