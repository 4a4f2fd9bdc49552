'use strict';

const types = require('../../../utils/types');

const properties = {
  isbn: types.text({ minLength: 13, maxLength: 13, pattern: "^97[89]\\d{10}$" }),
  title: types.text({ maxLength: 250 }),
  summary: types.text({ maxLength: 65535 }),
  publishedOn: types.date(),
  pages: types.integer({ minimum: 1, maximum: 20000 }),
  language: types.text({ minLength: 2, maxLength: 2, pattern: '^[a-z]{2}$' }),
  author_ids: types.array(types.objectId()).unique(),
  genre_id: types.integer({ minimum: 1 }),
};

/** A whole book, to create one or to replace one. */
const body = types.object({
  isbn: properties.isbn.required(),
  title: properties.title.required(),
  summary: properties.summary.allow(null).default(null),
  publishedOn: properties.publishedOn.allow(null).default(null),
  pages: properties.pages.allow(null).default(null),
  language: properties.language.default('en'),
  author_ids: properties.author_ids.default([]),
  genre_id: properties.genre_id.required(),
});

/** What can be changed of a book, each on its own. */
const patch = types.object({
  isbn: properties.isbn,
  title: properties.title,
  summary: properties.summary.allow(null),
  publishedOn: properties.publishedOn.allow(null),
  pages: properties.pages.allow(null),
  language: properties.language,
  author_ids: properties.author_ids,
  genre_id: properties.genre_id,
});

/**
 * What a list can be sorted, searched and filtered by.
 *
 * @type {import('../../../utils/list-query').ListDefinition}
 */
const list = {
  sortable: [
    'id',
    'created_at',
    'updated_at',
    'isbn',
    'title',
    'summary',
    'publishedOn',
    'pages',
    'language',
  ],
  searchable: ['title', 'summary'],
  filters: {
    isbn: { schema: properties.isbn, comparable: true },
    title: { schema: properties.title, comparable: true },
    publishedOn: { schema: properties.publishedOn, comparable: true },
    language: { schema: properties.language, comparable: true },
    genre_id: { schema: properties.genre_id },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
