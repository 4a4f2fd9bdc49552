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
 * A schema that tells all that is wrong with a value in the words of an answer.
 * Joi prepares it once here, and at each validation where it gets options there.
 *
 * @param {import('joi').Schema} schema
 * @param {{ defaults?: boolean, convert?: boolean }} [options] Whether to add
 *   defaults, and whether the values are texts of an address
 */
function prepare(schema, { defaults = true, convert = false } = {}) {
  return schema.prefs({
    abortEarly: false,
    convert,
    noDefaults: !defaults,
    messages: MESSAGES,
    errors: { label: false },
  });
}

/**
 * Answers the value with its defaults, or throws all that is wrong with it.
 *
 * @param {import('joi').Schema} schema A prepared one
 * @param {unknown} value
 * @returns {any}
 */
function validate(schema, value) {
  const result = schema.validate(value);
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

module.exports = { prepare, validate };
