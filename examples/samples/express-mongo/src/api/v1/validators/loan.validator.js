'use strict';

const types = require('../../../utils/types');

const properties = {
  lentAt: types.dateTime(),
  dueOn: types.date(),
  returnedAt: types.dateTime(),
  fine: types.decimal({ precision: 8, scale: 2, minimum: '0' }),
  copy_id: types.objectId(),
  member_id: types.objectId(),
};

/** A whole loan, to create one or to replace one. */
const body = types.object({
  lentAt: properties.lentAt.required(),
  dueOn: properties.dueOn.required(),
  returnedAt: properties.returnedAt.allow(null).default(null),
  fine: properties.fine.empty(null).default('0.00'),
  copy_id: properties.copy_id.required(),
  member_id: properties.member_id.required(),
});

/** What can be changed of a loan, each on its own. */
const patch = types.object({
  lentAt: properties.lentAt,
  dueOn: properties.dueOn,
  returnedAt: properties.returnedAt.allow(null),
  fine: properties.fine.allow(null),
  copy_id: properties.copy_id,
  member_id: properties.member_id,
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
    'lentAt',
    'dueOn',
    'returnedAt',
    'fine',
  ],
  searchable: [],
  filters: {
    lentAt: { schema: properties.lentAt, comparable: true },
    dueOn: { schema: properties.dueOn, comparable: true },
    copy_id: { schema: properties.copy_id },
    member_id: { schema: properties.member_id },
  },
};

const id = types.objectId();

module.exports = { body, id, list, patch };
