import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson, wireText } from '../http/wire';
import { timeMicroseconds } from './calendar';
import { plainNumber, toUnits, unitBounds } from './decimal';

const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  // A model may name what every object inherits, such as toString.
  ownProperties: true,
});
addFormats(ajv);

const compiled = new WeakMap<object, ValidateFunction>();

/** True where a value satisfies a JSON Schema as the wire sees both. */
export function satisfies(schema: object, value: unknown): boolean {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return (
    validate(holdsRaw(value) ? JSON.parse(wireText(value)) : value) === true
  );
}

function holdsRaw(value: unknown): boolean {
  return (
    value instanceof RawJson ||
    (typeof value === 'object' &&
      value !== null &&
      Object.values(value).some(holdsRaw))
  );
}

/** True where a value is one that the field takes. */
export function accepts(field: ResolvedField, value: unknown): boolean {
  return fits(field, value) && storable(value);
}

function fits(field: ResolvedField, value: unknown): boolean {
  // An answer holds a decimal as a string; a request may hold a number too.
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    const number = value instanceof RawJson ? JSON.parse(value.text) : value;
    return typeof number === 'number'
      ? fitsDecimal(field, number)
      : satisfies(field.schema, value);
  }
  return satisfies(field.schema, value) && fitsInWords(field, value);
}

function fitsDecimal(field: ResolvedField, value: number): boolean {
  const { scale, least, most } = unitBounds(field);
  const text = plainNumber(value);
  const fraction = text.split('.')[1]?.replace(/0+$/, '') ?? '';
  const units = toUnits(text, scale);
  return (
    Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
    fraction.length <= scale &&
    units !== undefined &&
    units >= least &&
    units <= most
  );
}

/** A label of a domain that only internationalised names may have. */
const RESERVED_LABEL = /[@.][^@.]{2}--[^@]*$/;

/** Constraints that are described in words beside the schema, of what the value holds, too. */
function fitsInWords(field: ResolvedField, value: unknown): boolean {
  const { items, fields = [] } = field;
  if (Array.isArray(value)) {
    return !items || value.every(item => fitsInWords(items, item));
  }
  if (typeof value === 'object' && value !== null) {
    return fields.every(
      member =>
        !Object.hasOwn(value, member.name) ||
        fitsInWords(member, (value as Record<string, unknown>)[member.name]),
    );
  }
  if (typeof value !== 'string') {
    return true;
  }
  if (field.type === 'email' && RESERVED_LABEL.test(value)) {
    return false;
  }
  const { minLength = 0, maxLength = Infinity, minimum, maximum } = field;
  const length = codePoints(value);
  if (length < minLength || length > maxLength) {
    return false;
  }
  const position = (text: string) =>
    field.type === 'time' ? timeMicroseconds(text) ?? 0 : Date.parse(text);
  return (
    !['time', 'dateTime'].includes(field.type) ||
    ((minimum === undefined || position(value) >= position(String(minimum))) &&
      (maximum === undefined || position(value) <= position(String(maximum))))
  );
}

/** False for text that no service may take: NUL and unpaired surrogates. */
export function storable(value: unknown): boolean {
  if (typeof value === 'string') {
    return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
  }
  if (Array.isArray(value)) {
    return value.every(storable);
  }
  if (value instanceof RawJson) {
    return true;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(
      ([name, member]) => storable(name) && storable(member),
    );
  }
  return true;
}

/** Length as the contract counts it. */
export function codePoints(text: string): number {
  return [...text].length;
}
