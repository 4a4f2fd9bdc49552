import type { FieldDocument } from '@perennial/plugin-perennial-common';
import type {
  SchemaAttribute,
  SchemaExpression,
} from '@loancrate/prisma-schema-parser';
import { argumentOf, attributeOf } from './attributes';
import type { Source, SourceField } from './Source';

/** The type of a field, with what belongs to it. */
export type ValueDocument = Omit<FieldDocument, 'name'>;

/** What a type becomes. */
export interface Value {
  /** Undefined: a model has nothing for it. */
  value?: ValueDocument;
  note?: string;
}

const SCALARS = new Map<string, ValueDocument>([
  ['String', { type: 'string' }],
  ['Boolean', { type: 'boolean' }],
  ['Int', { type: 'integer' }],
  ['BigInt', { type: 'bigInteger' }],
  ['Float', { type: 'number' }],
  ['Decimal', { type: 'decimal', precision: 38, scale: 10 }],
  ['DateTime', { type: 'dateTime' }],
  ['Json', { type: 'json' }],
]);

function numbersOf(attribute: SchemaAttribute): number[] {
  return (attribute.args ?? []).flatMap(argument =>
    argument.kind === 'literal' && typeof argument.value === 'number'
      ? [argument.value]
      : [],
  );
}

/** What a type of the database says beyond Prisma's own. */
function ofNativeType(attribute: SchemaAttribute): ValueDocument | undefined {
  const [first, second] = numbersOf(attribute);
  switch (attribute.path.value[1]) {
    case 'Text':
    case 'TinyText':
    case 'MediumText':
    case 'LongText':
    case 'Citext':
    case 'Xml':
    case 'NText':
      return { type: 'text' };
    case 'VarChar':
    case 'NVarChar':
    case 'Char':
    case 'NChar':
      return first === undefined
        ? undefined
        : { type: 'string', maxLength: first };
    case 'Uuid':
    case 'UniqueIdentifier':
      return { type: 'uuid' };
    case 'SmallInt':
      return { type: 'integer', minimum: -32_768, maximum: 32_767 };
    case 'Decimal':
      return first === undefined
        ? undefined
        : { type: 'decimal', precision: first, scale: second ?? 0 };
    case 'Money':
      return { type: 'decimal', precision: 19, scale: 2 };
    case 'Date':
      return { type: 'date' };
    case 'Time':
    case 'Timetz':
      return { type: 'time' };
    default:
      return undefined;
  }
}

/** Composite types that are spelt out, at most: each can hold many others. */
const MOST_COMPOSITES = 1000;

/** Reads the types of fields. */
export class ValueReader {
  #composites = 0;

  constructor(private readonly source: Source) {}

  /** What the type of a field becomes; `open` are the composites around it. */
  read(field: SourceField, open: readonly string[] = []): Value {
    const single = this.#readSingle(field, open);
    if (!field.isList || single.value === undefined) return single;
    return { ...single, value: { type: 'array', items: single.value } };
  }

  #readSingle(field: SourceField, open: readonly string[]): Value {
    const { type = '' } = field;
    const scalar = SCALARS.get(type);
    if (scalar !== undefined) return scalarOf(scalar, field);
    const values = this.source.enums.get(type);
    if (values !== undefined) return { value: { type: 'enum', values } };
    if (this.source.types.has(type)) return this.#readComposite(type, open);
    if (type === 'Bytes') {
      return {
        note: 'Bytes are left out. Binary data has no place in JSON: keep files in a store for files, and their address in a field of the type uri.',
      };
    }
    if (field.type === undefined) {
      return {
        value: { type: 'text' },
        note: 'Prisma does not support its type, and neither does a model: it becomes text.',
      };
    }
    return {
      value: { type: 'json' },
      note: `There is no ${type} in the schema: it becomes JSON.`,
    };
  }

  #readComposite(type: string, open: readonly string[]): Value {
    this.#composites += 1;
    if (open.includes(type) || this.#composites > MOST_COMPOSITES)
      return {
        value: { type: 'json' },
        note: `${type} holds itself, or too much: it becomes JSON.`,
      };
    const members = this.source.types.get(type)?.fields.values() ?? [];
    const fields = [...members].flatMap(member => {
      const { value } = this.read(member, [...open, type]);
      if (value === undefined) return [];
      const isRequired = !member.isOptional && !member.isList;
      return [
        { ...value, name: member.name, ...(isRequired && { required: true }) },
      ];
    });
    return { value: { type: 'object', fields } };
  }
}

function scalarOf(scalar: ValueDocument, field: SourceField): Value {
  const native = field.attributes.find(({ path }) => path.value[0] === 'db');
  const value = (native && ofNativeType(native)) ?? scalar;
  const isUnsized = value === scalar && scalar.type === 'decimal';
  return {
    value,
    ...(isUnsized && {
      note: 'Decimal without a size becomes a decimal of 38 digits, 10 of them after the point.',
    }),
  };
}

/** Escapes as in JSON, for the most part. */
function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

function jsonOf(text: string): FieldDocument['default'] {
  try {
    return JSON.parse(text) as FieldDocument['default'];
  } catch {
    return undefined;
  }
}

function literalOf(
  expression: SchemaExpression,
  value: ValueDocument,
  numbers: string[],
): FieldDocument['default'] {
  if (expression.kind === 'path') return expression.value.join('.');
  if (expression.kind === 'array') {
    const items = expression.items.map(item =>
      literalOf(item, value.items ?? { type: 'string' }, numbers),
    );
    return items.every(item => item !== undefined) ? items : undefined;
  }
  if (expression.kind !== 'literal') return undefined;
  const literal = expression.value;
  if (value.type === 'json' || value.type === 'object')
    return typeof literal === 'string' ? jsonOf(unescaped(literal)) : literal;
  if (typeof literal === 'string') return unescaped(literal);
  if (typeof literal === 'boolean') return literal;
  const number = numbers.shift() ?? String(literal);
  const isExact = value.type === 'decimal' || value.type === 'bigInteger';
  return isExact ? number : Number(number);
}

/** A default: a value, or how the database or the client computes one. */
export function defaultOf(
  field: SourceField,
  value: ValueDocument,
): { default?: FieldDocument['default']; isComputed: boolean } {
  const attribute = attributeOf(field, 'default');
  const expression = argumentOf(attribute) ?? argumentOf(attribute, 'value');
  if (expression === undefined) return { isComputed: false };
  const found = literalOf(expression, value, [...field.defaultNumbers]);
  return found === undefined
    ? { isComputed: true }
    : { default: found, isComputed: false };
}
