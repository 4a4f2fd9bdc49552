'use strict';

const { hash } = require('node:crypto');
const { HttpError } = require('./errors');

/**
 * A strong entity tag: the same representation has the same tag.
 *
 * @param {string} representation
 */
function entityTag(representation) {
  return `"${hash('sha256', representation, 'base64url')}"`;
}

/**
 * Throws where `If-Match` names none but other versions of a row.
 *
 * @param {object} row
 * @param {string | undefined} ifMatch
 */
function assertMatch(row, ifMatch) {
  if (ifMatch === undefined || ifMatch.trim() === '*') {
    return;
  }
  const tags = ifMatch.split(',').map(tag => tag.trim());
  if (!tags.includes(entityTag(JSON.stringify(row)))) {
    throw new HttpError(412, 'The row has been changed since it was read.');
  }
}

/**
 * Answers with one row.
 *
 * @param {import('express').Response} res
 * @param {number} status
 * @param {object} row
 */
function sendRow(res, status, row) {
  const representation = JSON.stringify(row);
  res
    .status(status)
    .set('ETag', entityTag(representation))
    .type('application/json')
    .send(representation);
}

module.exports = { assertMatch, entityTag, sendRow };
