import type { FieldDocument } from '@perennial/plugin-perennial-common';
import type { Node, TypeName } from '@pgsql/types';
import { asKind, literalOf, namesOf } from './nodes';
import type { Check, CustomType, Schema } from './Schema';

/** The type of a field, with what belongs to it. */
export type FieldTypeDocument = Omit<FieldDocument, 'name'>;

/** What a column's type becomes. */
export interface ColumnType {
  /** Undefined: a model has nothing for it. */
  field?: FieldTypeDocument;
  /** What is lost. */
  note?: string;
  /** Conditions of a domain, on a column called `value`. */
  checks: Check[];
  isRequired: boolean;
  default?: Node;
  /** serial and its like: the database counts. */
  isCounted: boolean;
}

type Make = (sizes: number[]) => FieldTypeDocument;

const text: Make = ([maxLength]) =>
  maxLength === undefined ? { type: 'text' } : { type: 'string', maxLength };

const integer: Make = () => ({ type: 'integer' });
const smallInteger: Make = () => ({
  type: 'integer',
  minimum: -32_768,
  maximum: 32_767,
});
const bigInteger: Make = () => ({ type: 'bigInteger' });
const number: Make = () => ({ type: 'number' });
const dateTime: Make = () => ({ type: 'dateTime' });
const short: Make = () => ({ type: 'string' });
const json: Make = () => ({ type: 'json' });

const TYPES = new Map<string, Make>([
  ['int2', smallInteger],
  ['smallint', smallInteger],
  ['int4', integer],
  ['int8', bigInteger],
  ['smallserial', integer],
  ['serial2', integer],
  ['serial', integer],
  ['serial4', integer],
  ['bigserial', bigInteger],
  ['serial8', bigInteger],
  ['oid', bigInteger],
  ['float4', number],
  ['float8', number],
  ['bool', () => ({ type: 'boolean' })],
  ['text', text],
  ['varchar', text],
  ['bpchar', ([maxLength = 1]) => ({ type: 'string', maxLength })],
  ['name', () => ({ type: 'string', maxLength: 63 })],
  ['char', () => ({ type: 'string', maxLength: 1 })],
  ['date', () => ({ type: 'date' })],
  ['time', () => ({ type: 'time' })],
  ['timetz', () => ({ type: 'time' })],
  ['timestamp', dateTime],
  ['timestamptz', dateTime],
  ['uuid', () => ({ type: 'uuid' })],
  ['json', json],
  ['jsonb', json],
  [
    'numeric',
    ([precision, scale]) =>
      precision === undefined
        ? { type: 'decimal', precision: 38, scale: 10 }
        : { type: 'decimal', precision, scale: scale ?? 0 },
  ],
]);

/** Types that become another one, and what that loses. */
const NEAR = new Map<string, [Make, string]>([
  [
    'citext',
    [text, 'citext compares without regard to case; the model has text.'],
  ],
  [
    'money',
    [
      () => ({ type: 'decimal', precision: 19, scale: 2 }),
      'money becomes a decimal of two digits after the point.',
    ],
  ],
  ['xml', [text, 'XML becomes text.']],
  ['interval', [short, 'An interval becomes text.']],
  ['inet', [short, 'A network address becomes text.']],
  ['cidr', [short, 'A network becomes text.']],
  ['macaddr', [short, 'A hardware address becomes text.']],
  ['macaddr8', [short, 'A hardware address becomes text.']],
  ['bit', [short, 'Bits become text.']],
  ['varbit', [short, 'Bits become text.']],
  ['ltree', [short, 'A path in a tree becomes text.']],
  ['hstore', [json, 'hstore becomes JSON.']],
]);

/** Types that hold what no client sends or reads. */
const LEFT_OUT = new Map<string, string>([
  [
    'bytea',
    'Binary data has no place in JSON: keep files in a store for files, and their address in a field of the type uri.',
  ],
  [
    'tsvector',
    'It serves full-text search: make the fields that it is made from searchable instead.',
  ],
]);

const RANGES = /^(?:int4|int8|num|ts|tstz|date)(?:multi)?range$/;
const SHAPES =
  /^(?:geometry|geography|point|line|lseg|box|path|polygon|circle|raster|vector)$/;
const COUNTED = /^(?:small|big)?serial[248]?$/;

function sizesOf(type: TypeName): number[] {
  return (type.typmods ?? [])
    .map(node => literalOf(node))
    .filter(literal => literal?.isNumber)
    .map(literal => Number(literal?.value));
}

function plainType(
  name: string,
  type: TypeName,
): Pick<ColumnType, 'field' | 'note'> {
  const make = TYPES.get(name);
  if (make !== undefined) {
    const sizes = sizesOf(type);
    return {
      field: make(sizes),
      ...(name === 'numeric' &&
        sizes.length === 0 && {
          note: 'numeric without a size becomes a decimal of 38 digits, 10 of them after the point.',
        }),
    };
  }
  const near = NEAR.get(name);
  if (near !== undefined)
    return { field: near[0](sizesOf(type)), note: near[1] };
  const leftOut = LEFT_OUT.get(name);
  if (leftOut !== undefined) return { note: `${name} is left out. ${leftOut}` };
  if (RANGES.test(name))
    return { field: { type: 'json' }, note: `${name} becomes JSON.` };
  if (SHAPES.test(name))
    return {
      field: { type: 'json' },
      note: `${name} becomes JSON; there is no search by place or distance.`,
    };
  return {
    field: { type: 'text' },
    note: `The type ${name} is not known here, and becomes text.`,
  };
}

/** A domain of a domain of … ends somewhere. */
const MOST_LEVELS = 8;

function customType(
  custom: CustomType,
  schema: Schema,
  level: number,
): ColumnType {
  const nothing = { checks: [], isRequired: false, isCounted: false };
  if (custom.kind === 'enum')
    return { ...nothing, field: { type: 'enum', values: custom.values } };
  if (custom.kind === 'domain') {
    const base = typeOf(custom.base, schema, level + 1);
    return {
      ...base,
      checks: [...base.checks, ...custom.checks],
      isRequired: base.isRequired || custom.isRequired,
      default: custom.default ?? base.default,
    };
  }
  if (!schema.takeComposite()) {
    return {
      ...nothing,
      field: { type: 'json' },
      note: 'Types in types become JSON from here on: there are too many of them.',
    };
  }
  const fields = custom.columns.flatMap(({ name, type }) => {
    const { field } = typeOf(type, schema, level + 1);
    return field === undefined ? [] : [{ ...field, name }];
  });
  return { ...nothing, field: { type: 'object', fields } };
}

/** What a type of PostgreSQL, or of the script itself, becomes. */
export function typeOf(type: TypeName, schema: Schema, level = 0): ColumnType {
  const names = namesOf(type.names);
  const name = names[names.length - 1] ?? '';
  const custom = schema.type(names);
  const isKnown = custom !== undefined && level < MOST_LEVELS;
  const found: ColumnType = isKnown
    ? customType(custom, schema, level)
    : {
        ...plainType(name, type),
        checks: [],
        isRequired: false,
        isCounted: COUNTED.test(name),
      };
  const dimensions = Math.min(type.arrayBounds?.length ?? 0, MOST_LEVELS);
  if (dimensions === 0 || found.field === undefined) return found;
  return {
    ...found,
    checks: [],
    field: arrayOf(found.field, dimensions),
    ...(found.checks.length > 0 && {
      note: 'What its domain checks is not checked of the items.',
    }),
  };
}

function arrayOf(
  items: FieldTypeDocument,
  dimensions: number,
): FieldTypeDocument {
  const array: FieldTypeDocument = { type: 'array', items };
  return dimensions > 1 ? arrayOf(array, dimensions - 1) : array;
}

/** Whether a node is a call of a function of one of these names. */
export function isCallOf(node: Node | undefined, names: RegExp): boolean {
  const parts = namesOf(asKind(node, 'FuncCall')?.funcname);
  return names.test(parts[parts.length - 1] ?? '');
}
