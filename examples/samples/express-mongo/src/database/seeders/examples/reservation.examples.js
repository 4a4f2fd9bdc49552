'use strict';

const { Reservation } = require('../../models');

module.exports = {
  table: Reservation,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        expiresOn: '2026-01-15',
        book_id: '000000000000000000000001',
        member_id: '000000000000000000000001',
        filledBy_id: '000000000000000000000001',
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        expiresOn: '2026-03-02',
        book_id: '000000000000000000000002',
        member_id: '000000000000000000000002',
        filledBy_id: '000000000000000000000002',
      },
    },
  ],
};
