'use strict';

const types = require('../../../utils/types');

const properties = {
  expiresOn: types.date(),
  book_id: types.objectId(),
  member_id: types.objectId(),
  filledBy_id: types.objectId(),
};

/** A whole reservation, to create one or to replace one. */
const body = types.object({
  expiresOn: properties.expiresOn.required(),
  book_id: properties.book_id.required(),
  member_id: properties.member_id.required(),
  filledBy_id: properties.filledBy_id.allow(null).default(null),
});

/** What can be changed of a reservation, each on its own. */
const patch = types.object({
  expiresOn: properties.expiresOn,
  book_id: properties.book_id,
  member_id: properties.member_id,
  filledBy_id: properties.filledBy_id.allow(null),
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
    'expiresOn',
  ],
  searchable: [],
  filters: {
    expiresOn: { schema: properties.expiresOn, comparable: true },
    book_id: { schema: properties.book_id },
    member_id: { schema: properties.member_id },
    filledBy_id: { schema: properties.filledBy_id },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
