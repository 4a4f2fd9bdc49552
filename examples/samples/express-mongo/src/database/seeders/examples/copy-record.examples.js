'use strict';

const { CopyRecord } = require('../../models');

module.exports = {
  table: CopyRecord,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        barcode: '30001234',
        condition: 'new',
        acquiredOn: '2026-01-15',
        book_id: '000000000000000000000001',
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        barcode: '30001235',
        condition: 'good',
        acquiredOn: '2026-03-02',
        book_id: '000000000000000000000002',
      },
    },
  ],
};
