import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson, wireText } from '../http/wire';

const ajv = new Ajv2020({ strict: false, allErrors: false });
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
  return satisfies(field.schema, value) && storable(value);
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
