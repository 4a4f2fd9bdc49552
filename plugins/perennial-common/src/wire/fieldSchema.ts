import type { FieldType } from '../model/types';
import type { ResolvedField } from '../resolve/types';
import type { JsonSchema } from './types';
import { datePattern, TIME_PATTERN, timePattern, UUID_PATTERN } from './dates';
import { decimalPattern, scaledBounds } from './decimal';
import { compact, describe, INT32, nullable, withDefault } from './schemaParts';

/** What a free string may hold: all but NUL, which PostgreSQL cannot store. @public */
export const FREE_TEXT_PATTERN = '^[^\\u0000]*$';

/**
 * Names of members of a json value that MongoDB takes without seeing an
 * operator or a path in them.
 *
 * @public
 */
export const PLAIN_KEY_PATTERN = '^(?:[^$.\\u0000][^.\\u0000]*)?$';

/** Digits of a bigInteger. */
export const BIG_INTEGER_PRECISION = 18;

const LARGEST_NUMBER = 1e308;

/** A field before its schema is known. */
export type FieldShape = Pick<
  ResolvedField,
  | 'type'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'precision'
  | 'scale'
  | 'values'
  | 'keyPattern'
> & {
  minItems?: number;
  maxItems?: number;
  items?: ResolvedField;
  fields?: ResolvedField[];
};

function decimalSchema(field: FieldShape): JsonSchema {
  const range = {
    precision: field.precision ?? BIG_INTEGER_PRECISION,
    scale: field.scale ?? 0,
    minimum: field.minimum,
    maximum: field.maximum,
  };
  return { type: 'string', pattern: decimalPattern(range) };
}

/**
 * Levels of a json value whose texts are described. A schema that refers to
 * itself could say it of all, but would not stand on its own.
 */
const JSON_LEVELS = 3;

/** Any JSON but null, of texts and names of members that the database can store. */
function anyJson(levels: number, keyPattern: string | undefined): JsonSchema {
  const types = ['array', 'boolean', 'number', 'object', 'string'];
  const propertyNames = { pattern: keyPattern ?? FREE_TEXT_PATTERN };
  if (levels === 0) return keyPattern === undefined ? {} : { propertyNames };
  const isNested = levels < JSON_LEVELS;
  const nested = anyJson(levels - 1, keyPattern);
  return {
    type: isNested ? [...types, 'null'] : types,
    pattern: FREE_TEXT_PATTERN,
    items: nested,
    propertyNames,
    additionalProperties: nested,
  };
}

function boundText(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

type SchemaOf = (
  field: FieldShape,
  portablePattern: string | undefined,
) => JsonSchema;

const SCHEMAS: Record<FieldType, SchemaOf> = {
  string: (field, pattern) => freeText(field, pattern),
  text: (field, pattern) => freeText(field, pattern),
  integer: field => ({
    type: 'integer',
    format: 'int32',
    minimum: Math.max(INT32.low, Math.ceil(Number(field.minimum ?? INT32.low))),
    maximum: Math.min(
      INT32.high,
      Math.floor(Number(field.maximum ?? INT32.high)),
    ),
  }),
  bigInteger: decimalSchema,
  number: field => ({
    type: 'number',
    format: 'double',
    minimum: Number(field.minimum ?? -LARGEST_NUMBER),
    maximum: Number(field.maximum ?? LARGEST_NUMBER),
  }),
  decimal: decimalSchema,
  boolean: () => ({ type: 'boolean' }),
  date: (field): JsonSchema => {
    if (field.minimum === undefined && field.maximum === undefined)
      return { type: 'string', format: 'date' };
    return {
      type: 'string',
      format: 'date',
      pattern: datePattern(boundText(field.minimum), boundText(field.maximum)),
    };
  },
  time: field => ({
    type: 'string',
    pattern:
      field.minimum === undefined && field.maximum === undefined
        ? TIME_PATTERN
        : timePattern(boundText(field.minimum), boundText(field.maximum)),
  }),
  dateTime: () => ({ type: 'string', format: 'date-time' }),
  uuid: () => ({ type: 'string', format: 'uuid', pattern: UUID_PATTERN }),
  // Lengths beside these formats leave a checker that makes up addresses with
  // next to none that fit, so they are described in words.
  email: () => ({ type: 'string', format: 'email' }),
  uri: () => ({ type: 'string', format: 'uri' }),
  enum: field => ({ type: 'string', enum: field.values ?? [] }),
  json: field => anyJson(JSON_LEVELS, field.keyPattern),
  array: field =>
    compact({
      type: 'array',
      items: field.items === undefined ? undefined : requestSchema(field.items),
      minItems: field.minItems,
      maxItems: field.maxItems,
    }),
  object: field => objectSchema(field.fields ?? [], requestSchema),
};

function freeText(field: FieldShape, pattern: string | undefined): JsonSchema {
  return compact({
    type: 'string',
    minLength:
      field.minLength === undefined || field.minLength === 0
        ? undefined
        : field.minLength,
    maxLength: field.maxLength,
    pattern: pattern ?? FREE_TEXT_PATTERN,
  });
}

/**
 * The schema of a value in an answer. Nested values are as in a request,
 * because objects and arrays are stored as JSON and come back as they were sent.
 */
export function schemaOfType(
  field: FieldShape,
  portablePattern?: string,
): JsonSchema {
  return SCHEMAS[field.type](field, portablePattern);
}

/** The schema of an object's members, each in a spelling of the caller's. */
export function objectSchema(
  fields: ResolvedField[],
  schemaOf: (field: ResolvedField) => JsonSchema,
): JsonSchema {
  const required = fields
    .filter(field => field.required && !field.hasDefault)
    .map(field => field.name);
  return compact({
    type: 'object',
    additionalProperties: false,
    required: required.length > 0 ? required : undefined,
    properties: Object.fromEntries(
      fields.map(field => [
        field.name,
        withDefault(
          field,
          describe(
            field.required ? schemaOf(field) : nullable(schemaOf(field)),
            field.description,
          ),
        ),
      ]),
    ),
  });
}

/**
 * The schema of a value in a request. A decimal or bigInteger is a string, as
 * in answers; a service takes a JSON number too, which the document says for
 * whole numbers. (A fraction as a JSON number is taken as well where it fits
 * the scale. JSON Schema cannot say so exactly, since `multipleOf: 0.01` is
 * decided in binary floating point: 1.1 fails it in some validators.)
 */
export function requestSchema(field: ResolvedField): JsonSchema {
  if (field.type !== 'decimal' && field.type !== 'bigInteger')
    return field.schema;
  const whole = wholeBounds(field);
  if (whole === undefined) return field.schema;
  return { anyOf: [field.schema, { type: 'integer', ...whole }] };
}

/** Whole JSON numbers that are exact in every language and within a field's bounds. */
function wholeBounds(
  field: ResolvedField,
): { minimum: number; maximum: number } | undefined {
  const scale = field.scale ?? 0;
  const { low, high } = scaledBounds({
    precision: field.precision ?? BIG_INTEGER_PRECISION,
    scale,
    minimum: field.minimum,
    maximum: field.maximum,
  });
  const unit = 10n ** BigInt(scale);
  const floor = (value: bigint) =>
    value < 0n && value % unit !== 0n ? value / unit - 1n : value / unit;
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  const least = -floor(-low);
  const most = floor(high);
  if (least > most) return undefined;
  const clamp = (value: bigint) => {
    if (value < -safe) return Number(-safe);
    return Number(value > safe ? safe : value);
  };
  return { minimum: clamp(least), maximum: clamp(most) };
}
