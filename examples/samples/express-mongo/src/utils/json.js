'use strict';

const { HttpError } = require('./errors');

const MAX_DEPTH = 64;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

// A text without any of these holds no number beyond a double, no `__proto__`
// and, as long as it is UTF-8, nothing that is not a character.
const NEEDS_CARE = /\\u|__proto__|[\d.]{16}|\d[eE]/;

/**
 * What JSON can do with the source of a number.
 *
 * @typedef {object} JsonWithSource
 * @property {(text: string, reviver: (key: string, value: any, context: { source: string }) => unknown) => any} parse
 * @property {(source: string) => unknown} rawJSON
 */
const jsonWithSource = /** @type {JsonWithSource} */ (
  /** @type {unknown} */ (JSON)
);

/**
 * A JSON number that a double cannot hold, kept as it was written.
 */
class ExactNumber {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
  }

  toJSON() {
    return jsonWithSource.rawJSON(this.source);
  }
}

/**
 * Sign, significant digits and exponent of a JSON number, in one spelling.
 *
 * @param {string} source
 */
function canonicalNumber(source) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(source);
  if (!parts) {
    return source;
  }
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  let start = 0;
  while (digits[start] === '0') {
    start += 1;
  }
  let end = digits.length;
  while (end > start && digits[end - 1] === '0') {
    end -= 1;
  }
  if (start === end) {
    return '0';
  }
  const power = Number(exponent) - fraction.length + digits.length - end;
  return `${sign}${digits.slice(start, end)}e${power}`;
}

/**
 * Reads JSON without losing digits: numbers beyond a double become ExactNumber.
 *
 * @param {string} text
 * @returns {any}
 */
function parseExactly(text) {
  if (!NEEDS_CARE.test(text)) {
    return JSON.parse(text);
  }
  return jsonWithSource.parse(text, (_key, value, context) => {
    if (typeof value === 'number') {
      const { source } = context;
      return canonicalNumber(String(value)) === canonicalNumber(source)
        ? value
        : new ExactNumber(source);
    }
    return value;
  });
}

/**
 * Where a JSON text is nested deeper than allowed: the property of the whole
 * that holds the place. Scans, because a recursion could be too deep itself.
 *
 * @param {string} text
 */
function findTooDeep(text) {
  let depth = 0;
  let property = '';
  let stringStart = -1;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (stringStart >= 0) {
      if (character === '\\') {
        index += 1;
      } else if (character === '"') {
        if (depth === 1) {
          property = text.slice(stringStart, index + 1);
        }
        stringStart = -1;
      }
    } else if (character === '"') {
      stringStart = index;
    } else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) {
        return property === '' ? '' : pointerStep(JSON.parse(property));
      }
    } else if (character === ']' || character === '}') {
      depth -= 1;
    }
  }
  return undefined;
}

/**
 * What makes a string impossible to store, if anything.
 *
 * @param {string} text
 */
function textProblem(text) {
  if (text.includes('\u0000')) {
    return 'must not contain the character NUL';
  }
  if (!text.isWellFormed()) {
    return 'must not contain an unpaired surrogate';
  }
  return undefined;
}

/**
 * One step of a JSON Pointer (RFC 6901).
 *
 * @param {string | number} step
 */
function pointerStep(step) {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * @param {unknown} value
 * @param {string} pointer
 * @param {{ pointer: string, detail: string }[]} problems
 */
function collectProblems(value, pointer, problems) {
  if (value instanceof ExactNumber) {
    if (!Number.isFinite(Number(value.source))) {
      problems.push({ pointer, detail: 'must be a number up to 1e308' });
    }
  } else if (typeof value === 'string') {
    const detail = textProblem(value);
    if (detail) {
      problems.push({ pointer, detail });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) =>
      collectProblems(item, pointer + pointerStep(index), problems),
    );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const detail = textProblem(key);
      if (detail) {
        problems.push({ pointer, detail: `a property name ${detail}` });
      } else {
        collectProblems(member, pointer + pointerStep(key), problems);
      }
    }
  }
}

/**
 * Takes the prototypes of objects away, so that `toString` and `__proto__` are
 * properties like others.
 *
 * @param {any} value
 */
function removePrototypes(value) {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(removePrototypes);
    if (!Array.isArray(value) && !(value instanceof ExactNumber)) {
      Object.setPrototypeOf(value, null);
    }
  }
  return value;
}

/**
 * Reads the bytes of a request's body.
 *
 * @param {Uint8Array} bytes
 * @returns {any}
 */
function parseBody(bytes) {
  let text;
  let value;
  try {
    text = UTF_8.decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, 'The body is not valid JSON in UTF-8.', { cause });
  }
  const pointer = findTooDeep(text);
  if (pointer !== undefined) {
    throw HttpError.invalid([
      { pointer, detail: `must not be nested deeper than ${MAX_DEPTH}` },
    ]);
  }
  if (NEEDS_CARE.test(text)) {
    value = parseExactly(text);
    /** @type {{ pointer: string, detail: string }[]} */
    const problems = [];
    collectProblems(value, '', problems);
    if (problems.length > 0) {
      throw HttpError.invalid(problems);
    }
  }
  return removePrototypes(value);
}

module.exports = {
  ExactNumber,
  canonicalNumber,
  parseBody,
  parseExactly,
  pointerStep,
  textProblem,
};
