'use strict';

const types = require('../../../utils/types');

const properties = {
  cardNumber: types.bigInteger({ minimum: '1000000000', maximum: '9999999999' }),
  name: types.text({ maxLength: 160 }),
  email: types.email({ maxLength: 254 }),
  receivesReminders: types.boolean(),
  favourite_ids: types.array(types.objectId()).unique(),
};

/** A whole member, to create one or to replace one. */
const body = types.object({
  cardNumber: properties.cardNumber.required(),
  name: properties.name.required(),
  email: properties.email.required(),
  receivesReminders: properties.receivesReminders.empty(null).default(true),
  favourite_ids: properties.favourite_ids.default([]),
});

/** What can be changed of a member, each on its own. */
const patch = types.object({
  cardNumber: properties.cardNumber,
  name: properties.name,
  email: properties.email,
  receivesReminders: properties.receivesReminders.allow(null),
  favourite_ids: properties.favourite_ids,
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
    'cardNumber',
    'name',
    'email',
    'receivesReminders',
  ],
  searchable: ['name'],
  filters: {
    cardNumber: { schema: properties.cardNumber, comparable: true },
    email: { schema: properties.email },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
