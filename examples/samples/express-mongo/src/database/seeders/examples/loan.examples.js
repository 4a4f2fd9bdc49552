'use strict';

const { Loan } = require('../../models');

module.exports = {
  table: Loan,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        lentAt: '2026-01-15T09:30:00.000Z',
        dueOn: '2026-01-15',
        returnedAt: '2026-01-15T09:30:00.000Z',
        fine: '19.95',
        copy_id: '000000000000000000000001',
        member_id: '000000000000000000000001',
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        lentAt: '2026-03-02T14:05:00.000Z',
        dueOn: '2026-03-02',
        returnedAt: '2026-03-02T14:05:00.000Z',
        fine: '5.95',
        copy_id: '000000000000000000000002',
        member_id: '000000000000000000000002',
      },
    },
  ],
};
