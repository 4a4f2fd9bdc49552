import type { FieldDocument } from '@perennial/plugin-perennial-common';
import { type SchemaObject, textOf } from './types';

/** A field without its name. */
export type Value = Omit<FieldDocument, 'name'>;

/** What a schema becomes, and what the model does not say of it. */
export interface Scalar {
  value: Value;
  losses: string[];
}

const FORMATS = new Map<string, Value['type']>([
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['date', 'date'],
  ['date-time', 'dateTime'],
  ['datetime', 'dateTime'],
  ['time', 'time'],
  ['partial-time', 'time'],
  ['email', 'email'],
  ['idn-email', 'email'],
  ['uri', 'uri'],
  ['url', 'uri'],
  ['iri', 'uri'],
  ['int64', 'bigInteger'],
  ['bigint', 'bigInteger'],
  ['decimal', 'decimal'],
  ['money', 'decimal'],
  ['html', 'text'],
  ['markdown', 'text'],
  ['textarea', 'text'],
]);

/** Longer ones are read, not looked up. */
const LONGEST_STRING = 1_000;

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

function lengths(schema: SchemaObject): Partial<Value> {
  const [minLength, maxLength] = [schema.minLength, schema.maxLength].map(
    numberOf,
  );
  return {
    ...(minLength ? { minLength } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(typeof schema.pattern === 'string' ? { pattern: schema.pattern } : {}),
  };
}

function isBinary({ format, contentEncoding }: SchemaObject): boolean {
  return (
    format === 'binary' || format === 'byte' || contentEncoding === 'base64'
  );
}

/** A text, by its format. */
export function stringValue(schema: SchemaObject): Scalar {
  if (isBinary(schema))
    return {
      value: { type: 'text' },
      losses: ['bytes are kept as text, in base64'],
    };
  const type = FORMATS.get(textOf(schema.format) ?? '');
  const limits = lengths(schema);
  if (type === 'text' || type === 'email' || type === 'uri') {
    const { pattern, ...rest } = limits;
    return type !== 'text' && pattern !== undefined
      ? { value: { type, ...rest }, losses: ['its pattern is left out'] }
      : { value: { type, ...limits }, losses: [] };
  }
  if (type !== undefined) return { value: { type }, losses: [] };
  const isLong = (limits.maxLength ?? 0) > LONGEST_STRING;
  return {
    value: { type: isLong ? 'text' : 'string', ...limits },
    losses: [],
  };
}

interface Bound {
  value?: number;
  /** The bound itself is not allowed. */
  isOpen: boolean;
}

/** From JSON Schema's draft 6 on, an exclusive bound is a number, and before a mark at the other one. */
function boundOf(
  schema: SchemaObject,
  side: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
): Bound {
  const closed = numberOf(schema[side]);
  const open = numberOf(schema[exclusive]);
  if (open === undefined)
    return {
      value: closed,
      isOpen: closed !== undefined && schema[exclusive] === true,
    };
  if (closed === undefined) return { value: open, isOpen: true };
  const isTighter = side === 'minimum' ? closed > open : closed < open;
  return isTighter
    ? { value: closed, isOpen: false }
    : { value: open, isOpen: true };
}

function bounds(schema: SchemaObject): [Bound, Bound] {
  return [
    boundOf(schema, 'minimum', 'exclusiveMinimum'),
    boundOf(schema, 'maximum', 'exclusiveMaximum'),
  ];
}

function limitsOf(
  minimum: number | undefined,
  maximum: number | undefined,
): Partial<Value> {
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function multipleLoss({ multipleOf }: SchemaObject): string[] {
  return multipleOf === undefined || multipleOf === 1
    ? []
    : [`multipleOf ${String(multipleOf).slice(0, 40)} is left out`];
}

const INT32 = 2_147_483_647;

/** A whole number; of more than 32 bits where its format or its bounds need them. */
export function integerValue(schema: SchemaObject): Scalar {
  const [low, high] = bounds(schema);
  // The bounds of a type say nothing that the type does not.
  const own = (bound: number | undefined) =>
    bound === undefined || !Number.isSafeInteger(bound) ? undefined : bound;
  const minimum = own(
    low.value === undefined
      ? undefined
      : Math.ceil(low.value) +
          (low.isOpen && Number.isInteger(low.value) ? 1 : 0),
  );
  const maximum = own(
    high.value === undefined
      ? undefined
      : Math.floor(high.value) -
          (high.isOpen && Number.isInteger(high.value) ? 1 : 0),
  );
  const isBig =
    schema.format === 'int64' ||
    Math.abs(minimum ?? 0) > INT32 ||
    Math.abs(maximum ?? 0) > INT32;
  return {
    value: {
      type: isBig ? 'bigInteger' : 'integer',
      ...limitsOf(minimum, maximum),
    },
    losses: multipleLoss(schema),
  };
}

/** The digits after the point of a step such as 0.01. */
function scaleOf(step: unknown): number | undefined {
  const digits = /^0\.(0*1)$/.exec(String(step))?.[1];
  return digits?.length;
}

/** A number; a decimal where its format or its steps say that it is exact. */
export function numberValue(schema: SchemaObject): Scalar {
  const [low, high] = bounds(schema);
  const limits = limitsOf(low.value, high.value);
  const losses = [
    ...(low.isOpen ? [`the minimum ${low.value} itself is allowed here`] : []),
    ...(high.isOpen
      ? [`the maximum ${high.value} itself is allowed here`]
      : []),
  ];
  const scale = scaleOf(schema.multipleOf);
  if (scale !== undefined)
    return { value: { type: 'decimal', scale, ...limits }, losses };
  const type = schema.format === 'decimal' ? 'decimal' : 'number';
  return {
    value: { type, ...limits },
    losses: [...losses, ...multipleLoss(schema)],
  };
}

/** One of a list of values. */
export function enumValue(values: readonly unknown[]): Scalar {
  const some = values.filter(value => value !== null);
  if (some.every(value => typeof value === 'boolean'))
    return {
      value: { type: 'boolean' },
      losses: some.length < 2 ? [`it is always ${some[0]} in the source`] : [],
    };
  if (some.every(value => typeof value === 'number')) {
    const numbers = some as number[];
    const isWhole = numbers.every(Number.isSafeInteger);
    const [minimum, maximum] = [Math.min(...numbers), Math.max(...numbers)];
    const isBig = Math.abs(minimum) > INT32 || Math.abs(maximum) > INT32;
    const whole = isBig ? 'bigInteger' : 'integer';
    return {
      value: { type: isWhole ? whole : 'number', minimum, maximum },
      losses: [
        'a list of numbers becomes the range from the smallest to the largest',
      ],
    };
  }
  const texts = some.filter(value => typeof value === 'string');
  return {
    value: { type: 'enum', values: [...new Set(texts)] },
    losses:
      texts.length < some.length
        ? ['values that are no texts are left out']
        : [],
  };
}
