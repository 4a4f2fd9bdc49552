'use strict';

/** Rows of genres to look at. */

module.exports = {
  table: 'genres',
  rows: [
    {
      id: 1,
      name: 'Fiction',
    },
    {
      id: 2,
      name: 'Science fiction',
    },
  ],
  // What these refer to comes later, or is one of them.
  references: [
    {
      id: 2,
      values: { parent_id: 1 },
    },
  ],
};
