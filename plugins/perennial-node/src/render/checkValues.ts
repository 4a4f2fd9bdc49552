import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';

const MAXIMUM_DEPTH = 32;
const MAXIMUM_ENTRIES = 20_000;
const MAXIMUM_TEXT_LENGTH = 1024 * 1024;
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

interface Check {
  entries: number;
}

/**
 * Refuses values that no template should see.
 *
 * Backstage's workflow runner swallows an error in an expression and hands the
 * raw `${{ … }}` on as if it were the value. Rendered, it would end up in
 * somebody's repository, so any value that still holds one is an error here.
 *
 * @public
 */
export function checkValues(values: JsonObject): void {
  checkValue(values, 'values', 0, { entries: 0 });
}

function checkValue(
  value: JsonValue | undefined,
  place: string,
  depth: number,
  check: Check,
): void {
  if (typeof value === 'string') {
    checkText(value, place);
  } else if (value !== null && typeof value === 'object') {
    checkSize(value, place, depth, check);
    if (Array.isArray(value)) {
      value.forEach((item, index) =>
        checkValue(item, `${place}[${index}]`, depth + 1, check),
      );
    } else {
      for (const [key, item] of Object.entries(value)) {
        checkKey(key, place);
        checkValue(item, join(place, key), depth + 1, check);
      }
    }
  } else if (!isScalar(value)) {
    throw new InputError(
      `${place} is a ${typeof value}, which a template cannot use. Give text, a number, true or false, a list or an object.`,
    );
  }
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  );
}

function checkSize(
  value: JsonValue[] | JsonObject,
  place: string,
  depth: number,
  check: Check,
): void {
  if (depth >= MAXIMUM_DEPTH) {
    throw new InputError(
      `${place} is nested more than ${MAXIMUM_DEPTH} levels deep. Flatten it.`,
    );
  }
  check.entries += Array.isArray(value)
    ? value.length
    : Object.keys(value).length;
  if (check.entries > MAXIMUM_ENTRIES) {
    throw new InputError(
      `values hold more than ${MAXIMUM_ENTRIES} entries in all, counted up to ${place}. Hand over less.`,
    );
  }
}

function checkKey(key: string, place: string): void {
  if (RESERVED_KEYS.has(key)) {
    throw new InputError(
      `${place} has a key '${key}', which templates may not use. Rename it.`,
    );
  }
  checkText(key, `a key of ${place}`);
}

function checkText(text: string, place: string): void {
  for (const tag of ['${{', '{%']) {
    if (text.includes(tag)) {
      throw new InputError(
        `${place} holds '${tag}': it is either an expression in template.yaml that could not be evaluated or text that looks like one. Mend the expression, or take '${tag}' out of the text.`,
      );
    }
  }
  if (text.includes('\0')) {
    throw new InputError(`${place} holds a NUL character. Take it out.`);
  }
  if (text.length > MAXIMUM_TEXT_LENGTH) {
    throw new InputError(
      `${place} is ${text.length} characters long; ${MAXIMUM_TEXT_LENGTH} are allowed. Shorten it.`,
    );
  }
}

function join(place: string, key: string): string {
  return IDENTIFIER.test(key)
    ? `${place}.${key}`
    : `${place}[${JSON.stringify(key)}]`;
}
