'use strict';

const types = require('../../../utils/types');

const properties = {
  barcode: types.text({ maxLength: 20, pattern: '^[0-9]{6,20}$' }),
  condition: types.oneOf('new', 'good', 'worn', 'damaged'),
  acquiredOn: types.date(),
  book_id: types.objectId(),
};

/** A whole copy, to create one or to replace one. */
const body = types.object({
  barcode: properties.barcode.required(),
  condition: properties.condition.empty(null).default('new'),
  acquiredOn: properties.acquiredOn.required(),
  book_id: properties.book_id.required(),
});

/** What can be changed of a copy, each on its own. */
const patch = types.object({
  barcode: properties.barcode,
  condition: properties.condition.allow(null),
  acquiredOn: properties.acquiredOn,
  book_id: properties.book_id,
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
    'barcode',
    'condition',
    'acquiredOn',
  ],
  searchable: [],
  filters: {
    barcode: { schema: properties.barcode, comparable: true },
    condition: { schema: properties.condition },
    book_id: { schema: properties.book_id },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
