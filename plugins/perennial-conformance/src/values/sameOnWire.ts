import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson, wireValue } from '../http/wire';
import { isObject } from '../runner/expect';
import { timeMicroseconds } from './calendar';
import { sameDecimal } from './decimal';

/**
 * True where an answered value is the one that was sent. Numbers, decimals and
 * instants are compared as such, for the wire allows several spellings of one;
 * everything else to the character.
 */
export function sameOnWire(
  field: ResolvedField,
  sent: unknown,
  received: unknown,
): boolean {
  if (sent === null || sent === undefined) {
    return received === null || received === undefined;
  }
  if (sent instanceof RawJson) {
    return sameOnWire(field, wireValue(sent), received);
  }
  switch (field.type) {
    case 'decimal':
    case 'bigInteger':
      return typeof received === 'string' && sameDecimal(plain(sent), received);
    case 'time':
      return (
        typeof received === 'string' &&
        timeMicroseconds(received) !== undefined &&
        timeMicroseconds(received) === timeMicroseconds(String(sent))
      );
    case 'dateTime':
      return (
        typeof received === 'string' &&
        received.endsWith('Z') &&
        Date.parse(received) === Date.parse(String(sent))
      );
    case 'array':
      return (
        Array.isArray(sent) &&
        Array.isArray(received) &&
        sent.length === received.length &&
        sent.every(
          (item, index) =>
            field.items !== undefined &&
            sameOnWire(field.items, item, received[index]),
        )
      );
    case 'object':
      return (
        isObject(sent) &&
        isObject(received) &&
        Object.keys(received).every(name =>
          field.fields?.some(member => member.name === name),
        ) &&
        (field.fields ?? []).every(member =>
          sameOnWire(member, memberSent(member, sent), received[member.name]),
        )
      );
    default:
      return sameJson(wireValue(sent), received);
  }
}

/** A member that was left out has its default, where it has one. */
function memberSent(member: ResolvedField, sent: Record<string, unknown>) {
  const value = sent[member.name];
  return value === undefined && member.hasDefault ? member.default : value;
}

/** A JSON number as a plain decimal. */
function plain(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'number' || !/e/i.test(text)) {
    return text;
  }
  const [mantissa, exponent] = text.split(/e/i);
  const negative = mantissa.startsWith('-');
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const text2 =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.padEnd(point, '0').slice(0, point)}.${
          digits.slice(point) || '0'
        }`;
  return `${negative ? '-' : ''}${text2}`;
}

/** Equality of JSON values; the order of members does not matter. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index]))
    );
  }
  if (isObject(one)) {
    const names = Object.keys(one);
    return (
      isObject(other) &&
      Object.keys(other).length === names.length &&
      names.every(
        name => Object.hasOwn(other, name) && sameJson(one[name], other[name]),
      )
    );
  }
  // 0 and -0 are one number in JSON.
  return one === other;
}
