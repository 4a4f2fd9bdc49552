'use strict';

const { Member } = require('../../models');

module.exports = {
  table: Member,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        cardNumber: '2000000017',
        name: 'Ada Okafor',
        email: 'ada@example.com',
        receivesReminders: true,
        favourite_ids: [],
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        cardNumber: '2000000025',
        name: 'Bruno Silva',
        email: 'a0@example.org',
        receivesReminders: false,
        favourite_ids: [],
      },
    },
  ],
  references: [
    {
      id: '000000000000000000000001',
      values: { favourite_ids: ['000000000000000000000002'] },
    },
  ],
};
