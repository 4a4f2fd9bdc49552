'use strict';

const { Genre } = require('../../models');

module.exports = {
  table: Genre,
  rows: [
    {
      id: 1,
      values: {
        name: 'Fiction',
      },
    },
    {
      id: 2,
      values: {
        name: 'Science fiction',
      },
    },
  ],
  references: [
    {
      id: 2,
      values: { parent_id: 1 },
    },
  ],
};
