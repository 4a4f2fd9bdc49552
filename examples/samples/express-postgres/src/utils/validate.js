'use strict';

const { HttpError } = require('./errors');
const { pointerStep } = require('./json');

const MESSAGES = {
  'any.custom': '{#error.message}',
  'any.invalid': 'must not be null',
  'any.required': 'is required',
  'array.base': 'must be an array',
  'array.max': 'must have at most {#limit} items',
  'array.min': 'must have at least {#limit} items',
  'array.unique': 'must not name the same item twice',
  'object.base': 'must be an object',
  'object.unknown': 'is not a known property',
};

/**
 * Answers the value with its defaults, or throws all that is wrong with it.
 *
 * @param {import('joi').Schema} schema
 * @param {unknown} value
 * @param {{ defaults?: boolean }} [options]
 * @returns {any}
 */
function validate(schema, value, { defaults = true } = {}) {
  const result = schema.validate(value, {
    abortEarly: false,
    convert: false,
    noDefaults: !defaults,
    messages: MESSAGES,
    errors: { label: false },
  });
  if (result.error) {
    throw HttpError.invalid(
      result.error.details.map(({ path, message }) => ({
        pointer: path.map(pointerStep).join(''),
        detail: message,
      })),
    );
  }
  return result.value;
}

module.exports = { validate };
