'use strict';

const types = require('../../../utils/types');

const properties = {
  name: types.text({ maxLength: 80 }),
  parent_id: types.integer({ minimum: 1 }),
};

/** A whole genre, to create one or to replace one. */
const body = types.object({
  name: properties.name.required(),
  parent_id: properties.parent_id.allow(null).default(null),
});

/** What can be changed of a genre, each on its own. */
const patch = types.object({
  name: properties.name,
  parent_id: properties.parent_id.allow(null),
});

/**
 * What a list can be sorted, searched and filtered by.
 *
 * @type {import('../../../utils/list-query').ListDefinition}
 */
const list = {
  sortable: [
    'id',
    'name',
  ],
  searchable: [],
  filters: {
    name: { schema: properties.name, comparable: true },
    parent_id: { schema: properties.parent_id },
  },
};

const id = types.integer({ minimum: 1 });

module.exports = { body, id, list, patch };
