'use strict';

const types = require('../../../utils/types');

const properties = {
  name: types.text({ maxLength: 160 }),
  bornOn: types.date({ minimum: '1000-01-01' }),
  website: types.uri({ maxLength: 2048 }),
};

/** A whole author, to create one or to replace one. */
const body = types.object({
  name: properties.name.required(),
  bornOn: properties.bornOn.allow(null).default(null),
  website: properties.website.allow(null).default(null),
});

/** What can be changed of a author, each on its own. */
const patch = types.object({
  name: properties.name,
  bornOn: properties.bornOn.allow(null),
  website: properties.website.allow(null),
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
    'name',
    'bornOn',
    'website',
  ],
  searchable: ['name'],
  filters: {
    name: { schema: properties.name, comparable: true },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
