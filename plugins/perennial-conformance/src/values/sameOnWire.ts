import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson, wireValue } from '../http/wire';
import { isObject } from '../runner/expect';
import { timeMicroseconds } from './calendar';
import { plainNumber, sameDecimal } from './decimal';

/**
 * True where an answered value is the one that was sent. Numbers, decimals and
 * instants are compared as such, for the wire allows several spellings of one;
 * everything else to the character. Within arrays and objects a value may be
 * answered in the spelling that it was sent in.
 */
export function sameOnWire(
  field: ResolvedField,
  sent: unknown,
  received: unknown,
  nested = false,
): boolean {
  if (sent === null || sent === undefined) {
    return received === null || received === undefined;
  }
  if (sent instanceof RawJson) {
    return sameOnWire(field, wireValue(sent), received, nested);
  }
  switch (field.type) {
    case 'decimal':
    case 'bigInteger':
      return (
        (nested || typeof received === 'string') &&
        sameDecimal(plainNumber(sent), plainNumber(received))
      );
    case 'time':
      return (
        typeof received === 'string' &&
        timeMicroseconds(received) !== undefined &&
        timeMicroseconds(received) === timeMicroseconds(String(sent))
      );
    case 'dateTime':
      return (
        typeof received === 'string' &&
        (nested || received.endsWith('Z')) &&
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
            sameOnWire(field.items, item, received[index], true),
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
          sameMember(member, sent[member.name], received[member.name]),
        )
      );
    default:
      return sameJson(wireValue(sent), received);
  }
}

/** A member that was left out may have its default, where it has one. */
function sameMember(member: ResolvedField, sent: unknown, received: unknown) {
  return (
    sameOnWire(member, sent, received, true) ||
    (sent === undefined &&
      member.hasDefault &&
      sameOnWire(member, member.default, received, true))
  );
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
