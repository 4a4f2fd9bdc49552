'use strict';

const { createOnce } = require('../client');
const { createCopyRecord } = require('./copy-record.factory');
const { createMember } = require('./member.factory');

const BODIES = [
  {
    lentAt: '2026-01-15T09:30:00.000Z',
    dueOn: '2026-01-15',
    returnedAt: '2026-01-15T09:30:00.000Z',
    fine: '19.95',
  },
  {
    lentAt: '2026-03-02T14:05:00.000Z',
    dueOn: '2026-03-02',
    returnedAt: '2026-03-02T14:05:00.000Z',
    fine: '5.95',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function loanBody(index = 0) {
  const copy_ = await createCopyRecord(index);
  const member = await createMember(index);
  return {
    ...BODIES[index],
    copy_id: copy_.id,
    member_id: member.id,
  };
}

/** @param {number} [index] */
async function createLoan(index = 0) {
  return createOnce('/api/v1/loans', index, loanBody);
}

module.exports = { createLoan, loanBody };
