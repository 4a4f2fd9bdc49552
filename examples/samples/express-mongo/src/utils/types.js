'use strict';

const Joi = require('joi');
const { readDecimal, toUnits } = require('./decimals');

const INT32_MAXIMUM = 2_147_483_647;
const BIG_INTEGER_DIGITS = 18;

/**
 * A Joi schema from a function that answers the value to keep, or throws what
 * is wrong with it.
 *
 * @param {(value: any) => unknown} keep
 * @param {(text: string) => unknown} [read] Makes the value of a text in an
 *   address, which is what Joi is told to convert
 */
function type(keep, read = (text) => text) {
  return Joi.any().custom((value, { prefs }) =>
    keep(prefs.convert ? read(value) : value),
  );
}

/**
 * @param {unknown} value
 * @returns {asserts value is string}
 */
function assertString(value) {
  if (typeof value !== 'string') {
    throw new TypeError('must be a string');
  }
}

/**
 * @template {string | number} T
 * @param {T} value
 * @param {{ minimum?: T, maximum?: T }} bounds
 */
function assertWithin(value, { minimum, maximum }) {
  if (minimum !== undefined && value < minimum) {
    throw new RangeError(`must be at least ${minimum}`);
  }
  if (maximum !== undefined && value > maximum) {
    throw new RangeError(`must be at most ${maximum}`);
  }
}

/**
 * Length in code points: a character outside of the basic plane counts once.
 *
 * @param {string} value
 */
function codePoints(value) {
  let length = 0;
  for (const character of value) {
    length += character ? 1 : 0;
  }
  return length;
}

/**
 * @param {{ minLength?: number, maxLength: number, pattern?: string }} constraints
 */
function text({ minLength = 0, maxLength, pattern }) {
  const expression =
    pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return type((value) => {
    assertString(value);
    const length = codePoints(value);
    if (length < minLength) {
      throw new RangeError(`must have at least ${minLength} characters`);
    }
    if (length > maxLength) {
      throw new RangeError(`must have at most ${maxLength} characters`);
    }
    if (expression && !expression.test(value)) {
      throw new RangeError(`must match the pattern ${pattern}`);
    }
    return value;
  });
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isInteger(value) {
  return Number.isInteger(value);
}

/**
 * A whole number of 32 bits.
 *
 * @param {{ minimum?: number, maximum?: number }} [bounds]
 */
function integer({
  minimum = -INT32_MAXIMUM - 1,
  maximum = INT32_MAXIMUM,
} = {}) {
  /** @param {unknown} value */
  const keep = (value) => {
    if (!isInteger(value)) {
      throw new TypeError('must be an integer');
    }
    assertWithin(value, { minimum, maximum });
    return value;
  };
  return type(keep, readInteger);
}

/** @param {string} text */
function readInteger(text) {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

/**
 * A decimal number, a string on the wire so that no digit is lost.
 *
 * @param {{ precision: number, scale: number, minimum?: string, maximum?: string }} constraints
 */
function decimal({ precision, scale, minimum, maximum }) {
  const limit = 10n ** BigInt(precision);
  const lowest = minimum === undefined ? -limit : toUnits(minimum, scale);
  const highest = maximum === undefined ? limit : toUnits(maximum, scale);
  return type((value) => {
    const read = readDecimal(value);
    if (read === undefined) {
      throw new TypeError('must be a decimal number, as a string');
    }
    const [, fraction = ''] = read.split('.');
    if (fraction.length > scale) {
      throw new RangeError(`must have at most ${scale} digits after the point`);
    }
    const units = toUnits(read, scale);
    if (units >= limit || units <= -limit) {
      throw new RangeError(`must have at most ${precision} digits`);
    }
    if (units < lowest) {
      throw new RangeError(`must be at least ${minimum}`);
    }
    if (units > highest) {
      throw new RangeError(`must be at most ${maximum}`);
    }
    return read;
  });
}

/**
 * A whole number of up to 18 digits, a string on the wire.
 *
 * @param {{ minimum?: string, maximum?: string }} [bounds]
 */
function bigInteger(bounds = {}) {
  return decimal({ precision: BIG_INTEGER_DIGITS, scale: 0, ...bounds });
}

function boolean() {
  /** @param {unknown} value */
  const keep = (value) => {
    if (typeof value !== 'boolean') {
      throw new TypeError('must be true or false');
    }
    return value;
  };
  return type(keep, readBoolean);
}

/** @param {string} text */
function readBoolean(text) {
  return { true: true, false: false }[text] ?? text;
}

/** @param {string} value */
function isCalendarDate(value) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match || match[1] === '0000') {
    return false;
  }
  const instant = new Date(`${value}T00:00:00Z`);
  return (
    !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
  );
}

/**
 * @param {{ minimum?: string, maximum?: string }} [bounds]
 */
function date(bounds = {}) {
  return type((value) => {
    assertString(value);
    if (!isCalendarDate(value)) {
      throw new RangeError('must be a date such as 2024-02-29');
    }
    assertWithin(value, bounds);
    return value;
  });
}

/**
 * An instant with an offset, kept in UTC with milliseconds.
 *
 * @param {{ minimum?: string, maximum?: string }} [bounds]
 */
function dateTime({ minimum, maximum } = {}) {
  const expression =
    /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
  return type((value) => {
    assertString(value);
    const match = expression.exec(value.toUpperCase());
    if (!match || !isCalendarDate(match[1])) {
      throw new RangeError(
        'must be a date and time with an offset, such as 2024-02-29T08:30:00Z',
      );
    }
    const instant = new Date(match[0]);
    const year = instant.getUTCFullYear();
    if (year < 1 || year > 9999) {
      throw new RangeError('must lie in the years 1 to 9999 in UTC');
    }
    if (minimum !== undefined && instant < new Date(minimum)) {
      throw new RangeError(`must be at least ${minimum}`);
    }
    if (maximum !== undefined && instant > new Date(maximum)) {
      throw new RangeError(`must be at most ${maximum}`);
    }
    return instant.toISOString();
  });
}

function objectId() {
  return type((value) => {
    assertString(value);
    if (!/^[0-9a-f]{24}$/.test(value)) {
      throw new RangeError('must be an id of 24 hexadecimal digits in lower case');
    }
    return value;
  });
}

/** @param {string} label */
function isHostLabel(label) {
  return (
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label) &&
    (label.slice(2, 4) !== '--' || label.toLowerCase().startsWith('xn--'))
  );
}

/**
 * @param {{ minLength?: number, maxLength: number, pattern?: string }} constraints
 */
function email(constraints) {
  const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
  return text(constraints).custom((value) => {
    const at = value.lastIndexOf('@');
    const labels = value.slice(at + 1).split('.');
    if (
      at < 1 ||
      at > 64 ||
      !local.test(value.slice(0, at)) ||
      labels.length < 2 ||
      !labels.every(isHostLabel)
    ) {
      throw new RangeError('must be an email address');
    }
    return value;
  });
}

/**
 * An address with a scheme and a host.
 *
 * @param {{ minLength?: number, maxLength: number, pattern?: string }} constraints
 */
function uri(constraints) {
  const expression =
    /^[a-z][a-z0-9+.-]*:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?(?:\[[0-9a-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})+)(?::\d*)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$/i;
  return text(constraints).custom((value) => {
    if (!expression.test(value)) {
      throw new RangeError(
        'must be an address such as https://example.com/path',
      );
    }
    return value;
  });
}

/** @param {string[]} values */
function oneOf(...values) {
  return type((value) => {
    if (!values.includes(value)) {
      throw new RangeError(`must be one of ${values.join(', ')}`);
    }
    return value;
  });
}

/**
 * A patch replaces an array as a whole, so its items get their defaults there too.
 *
 * @param {Joi.Schema} items
 * @param {{ minItems?: number, maxItems?: number }} [bounds]
 */
function array(items, { minItems, maxItems } = {}) {
  let schema = Joi.array().items(items.prefs({ noDefaults: false }));
  if (minItems !== undefined) {
    schema = schema.min(minItems);
  }
  if (maxItems !== undefined) {
    schema = schema.max(maxItems);
  }
  return schema;
}

/** @param {Record<string, Joi.Schema>} members */
function object(members) {
  return Joi.object(members);
}

module.exports = {
  array,
  bigInteger,
  boolean,
  date,
  dateTime,
  decimal,
  email,
  integer,
  object,
  objectId,
  oneOf,
  text,
  uri,
};
