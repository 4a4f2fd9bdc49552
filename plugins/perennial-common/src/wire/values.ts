import { codePoints } from './codePoints';
import type { ResolvedField } from '../resolve/types';
import type { JsonObject, JsonValue } from './types';
import { isDate, isDateTime, isTime, UUID_PATTERN } from './dates';
import { fromScaled, plainDecimal, scaledBounds, toScaled } from './decimal';
import { BIG_INTEGER_PRECISION, type FieldShape } from './fieldSchema';

/** A field as far as its values go. */
export type ValueShape = FieldShape &
  Partial<Pick<ResolvedField, 'name' | 'required'>>;

/** dot-atom of at most 64, and a domain of labels. */
const EMAIL =
  /^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/?#"<>\\^`{|}]+[^\s"<>\\^`{|}]*$/;

function textProblem(field: ValueShape, value: JsonValue): string | undefined {
  if (typeof value !== 'string') return 'is not text';
  const size = codePoints(value);
  if (field.minLength !== undefined && size < field.minLength)
    return `is shorter than minLength ${field.minLength}`;
  if (field.maxLength !== undefined && size > field.maxLength)
    return `is longer than maxLength ${field.maxLength}`;
  if (
    field.pattern !== undefined &&
    !new RegExp(field.pattern, 'u').test(value)
  ) {
    return `does not match the pattern ${field.pattern}`;
  }
  return undefined;
}

function numberProblem(
  field: ValueShape,
  value: JsonValue,
): string | undefined {
  if (typeof value !== 'number') return 'is not a number';
  if (field.type === 'integer' && !Number.isInteger(value))
    return 'is not a whole number';
  const limit = field.type === 'integer' ? 2_147_483_647 : 1e308;
  const low = field.type === 'integer' ? -limit - 1 : -limit;
  if (value < Number(field.minimum ?? low))
    return `is less than ${field.minimum ?? low}`;
  if (value > Number(field.maximum ?? limit))
    return `is more than ${field.maximum ?? limit}`;
  return undefined;
}

function decimalProblem(
  field: ValueShape,
  value: JsonValue,
): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number')
    return 'is not a number';
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return 'has more digits than a JSON number holds exactly; write it in quotes';
  }
  const scale = field.scale ?? 0;
  const scaled = toScaled(value, scale);
  if (plainDecimal(value) === undefined) return 'is not a number';
  if (scaled === undefined)
    return scale === 0
      ? 'is not a whole number'
      : `has more than ${scale} digits after the point`;
  const precision = field.precision ?? BIG_INTEGER_PRECISION;
  const { low, high } = scaledBounds({ ...field, precision, scale });
  if (scaled < low) return `is less than ${fromScaled(low, scale)}`;
  if (scaled > high) return `is more than ${fromScaled(high, scale)}`;
  return undefined;
}

function temporalProblem(
  field: ValueShape,
  value: JsonValue,
): string | undefined {
  const [is, form] = {
    date: [isDate, 'a date such as 2026-01-31'] as const,
    time: [isTime, 'a time such as 09:30:00'] as const,
    dateTime: [
      isDateTime,
      'a date and time such as 2026-01-31T09:30:00Z',
    ] as const,
  }[field.type as 'date' | 'time' | 'dateTime'];
  if (typeof value !== 'string' || !is(value)) return `is not ${form}`;
  const { minimum, maximum } = field;
  if (
    minimum !== undefined &&
    compareMoments(field.type, value, String(minimum)) < 0
  )
    return `is before ${minimum}`;
  if (
    maximum !== undefined &&
    compareMoments(field.type, value, String(maximum)) > 0
  )
    return `is after ${maximum}`;
  return undefined;
}

/** Compares two dates, times or moments of one type. */
export function compareMoments(
  type: string,
  left: string,
  right: string,
): number {
  if (type === 'dateTime') return Date.parse(left) - Date.parse(right);
  const [first, second] = [left, right].map(text =>
    type === 'time' && !text.includes('.') ? `${text}.` : text,
  );
  const [padded, other] =
    type === 'time'
      ? [first.padEnd(15, '0'), second.padEnd(15, '0')]
      : [first, second];
  if (padded === other) return 0;
  return padded < other ? -1 : 1;
}

function arrayProblem(field: ValueShape, value: JsonValue): string | undefined {
  if (!Array.isArray(value)) return 'is not a list';
  if (field.minItems !== undefined && value.length < field.minItems)
    return `has fewer than ${field.minItems} items`;
  if (field.maxItems !== undefined && value.length > field.maxItems)
    return `has more than ${field.maxItems} items`;
  for (const [index, item] of value.entries()) {
    const problem =
      field.items === undefined ? undefined : valueProblem(field.items, item);
    if (problem !== undefined) return `has an item ${index} that ${problem}`;
  }
  return undefined;
}

function objectProblem(
  field: ValueShape,
  value: JsonValue,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'is not an object';
  const members = field.fields ?? [];
  const unknown = Object.keys(value).find(
    key => !members.some(member => member.name === key),
  );
  if (unknown !== undefined)
    return `has an unknown member ${JSON.stringify(unknown)}`;
  for (const member of members) {
    const inner = Object.hasOwn(value, member.name) ? value[member.name] : null;
    if (inner === null && member.required && !member.hasDefault)
      return `lacks the member ${member.name}`;
    const problem = inner === null ? undefined : valueProblem(member, inner);
    if (problem !== undefined)
      return `has a member ${member.name} that ${problem}`;
  }
  return undefined;
}

function jsonProblem(value: JsonValue, isPlainKey: RegExp): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = Array.isArray(value)
    ? undefined
    : Object.keys(value).find(name => !isPlainKey.test(name));
  if (key !== undefined)
    return `has a member ${JSON.stringify(
      key,
    )}, whose name MongoDB takes for an operator or a path`;
  return Object.values(value)
    .map(member => jsonProblem(member as JsonValue, isPlainKey))
    .find(problem => problem !== undefined);
}

/**
 * What is wrong with a value of a field, as the end of a sentence; undefined
 * where nothing is.
 */
export function valueProblem(
  field: ValueShape,
  value: JsonValue,
): string | undefined {
  if (value === null) return 'is null';
  switch (field.type) {
    case 'integer':
    case 'number':
      return numberProblem(field, value);
    case 'bigInteger':
    case 'decimal':
      return decimalProblem(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'is not true or false';
    case 'date':
    case 'time':
    case 'dateTime':
      return temporalProblem(field, value);
    case 'uuid':
      return typeof value === 'string' && new RegExp(UUID_PATTERN).test(value)
        ? undefined
        : 'is not a UUID in lower case';
    case 'email':
      return (
        textProblem(field, value) ??
        (EMAIL.test(String(value)) ? undefined : 'is not an email address')
      );
    case 'uri':
      return (
        textProblem(field, value) ??
        (URI.test(String(value))
          ? undefined
          : 'is not a URI with scheme and host')
      );
    case 'enum':
      return field.values?.includes(value as string)
        ? undefined
        : `is not one of ${field.values?.join(', ')}`;
    case 'array':
      return arrayProblem(field, value);
    case 'object':
      return objectProblem(field, value);
    case 'json':
      return field.keyPattern === undefined
        ? undefined
        : jsonProblem(value, new RegExp(field.keyPattern));
    default:
      return textProblem(field, value);
  }
}

/** A value as it comes back: decimals as text with all digits, moments in UTC. */
export function wireValue(field: ValueShape, value: JsonValue): JsonValue {
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    const scaled = toScaled(String(value), field.scale ?? 0);
    return scaled === undefined ? value : fromScaled(scaled, field.scale ?? 0);
  }
  if (field.type === 'dateTime') return new Date(String(value)).toISOString();
  if (
    field.type === 'array' &&
    Array.isArray(value) &&
    field.items !== undefined
  ) {
    const { items } = field;
    return value.map(item => wireValue(items, item));
  }
  if (
    field.type === 'object' &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value)
  ) {
    const members: JsonObject = {};
    for (const member of field.fields ?? []) {
      const inner = Object.hasOwn(value, member.name)
        ? value[member.name]
        : undefined;
      if (inner !== undefined)
        members[member.name] = inner === null ? null : wireValue(member, inner);
    }
    return members;
  }
  return value;
}
