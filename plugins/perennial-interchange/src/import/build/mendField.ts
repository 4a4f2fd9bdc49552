import {
  MAX_INDEXED_LENGTH,
  MAX_MONGO_PRECISION,
  MAX_PRECISION,
  validateModel,
  type Database,
  type FieldDocument,
  type ItemsDocument,
} from '@perennial/plugin-perennial-common';

type Pointer = (string | number)[];

/** The value without its fault, or undefined where nothing is left of it. */
type Mended<Value> = Value | undefined;

/** Constraints that may leave no value, the one that does so most often first. */
const TIGHT = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'items',
  'fields',
  'unique',
] as const;

function without<Value extends object>(value: Value, key: string): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== key),
  ) as Value;
}

function loosen<Value extends ItemsDocument>(value: Value): Mended<Value> {
  const tight = TIGHT.find(name => Object.hasOwn(value, name));
  if (tight === undefined) return undefined;
  return tight === 'items' || tight === 'fields'
    ? asJson(value)
    : without(value, tight);
}

function asJson<Value extends ItemsDocument>(value: Value): Value {
  const { items: _items, fields: _fields, ...rest } = value;
  return { ...rest, type: 'json' } as Value;
}

function asString<Value extends ItemsDocument>(value: Value): Value {
  return { ...without(value, 'values'), type: 'string' };
}

/** As many digits as there can be, where that is what is wrong. */
function mendPrecision<Value extends ItemsDocument>(
  value: Value,
  database: Database | undefined,
): Value {
  const most = database === 'mongo' ? MAX_MONGO_PRECISION : MAX_PRECISION;
  return value.type === 'decimal' && (value.precision ?? 0) > most
    ? { ...value, precision: most }
    : without(value, 'precision');
}

interface Indexable {
  unique?: boolean;
  index?: boolean;
}

/** An index holds short texts only; a unique one matters more than the length. */
function mendLength<Value extends ItemsDocument & Indexable>(
  value: Value,
): Value {
  if ((value.maxLength ?? 0) <= MAX_INDEXED_LENGTH)
    return without(value, 'maxLength');
  if (value.unique) return { ...value, maxLength: MAX_INDEXED_LENGTH };
  return without(value, value.index ? 'index' : 'maxLength');
}

function mendMembers<Value extends ItemsDocument>(
  value: Value,
  [index, ...rest]: Pointer,
): Value {
  const fields = (value.fields ?? []).flatMap((field, position) => {
    if (position !== index) return [field];
    return mendAt(field, rest) ?? [];
  });
  return fields.length === 0 ? asJson(value) : { ...value, fields };
}

/** Takes away or changes what a problem points at. */
function mendAt<Value extends ItemsDocument & Indexable>(
  value: Value,
  [property, ...rest]: Pointer,
  database?: Database,
): Mended<Value> {
  switch (property) {
    case undefined:
      return loosen(value);
    case 'name':
    case 'type':
      return undefined;
    case 'values':
      return value.type === 'enum' ? asString(value) : without(value, property);
    case 'items': {
      const items = value.items && mendAt(value.items, rest);
      return items === undefined ? asJson(value) : { ...value, items };
    }
    case 'fields':
      return mendMembers(value, rest);
    case 'precision':
      return mendPrecision(value, database);
    case 'unique':
      return (value.type === 'text' || value.type === 'uri') &&
        value.maxLength === undefined
        ? { ...value, maxLength: MAX_INDEXED_LENGTH }
        : without(value, property);
    case 'maxLength':
      return mendLength(value);
    default:
      return without(value, String(property));
  }
}

/** What a pointer points at, in the words of the model. */
function whatOf(pointer: Pointer): string {
  const words = pointer.filter(step => typeof step === 'string');
  return words[words.length - 1] ?? 'constraints';
}

/** What became of a field for the sake of what a pointer points at. */
function changeOf(
  before: FieldDocument,
  after: FieldDocument,
  pointer: Pointer,
): string {
  if (after.type !== before.type) return `Its type becomes ${after.type}`;
  const [property] = pointer as (keyof FieldDocument)[];
  const what = whatOf(pointer);
  if (pointer.length !== 1) return `Its ${what} is left out or changed`;
  if (after[property] === undefined) return `Its ${what} is left out`;
  return after[property] === before[property]
    ? `Its maxLength becomes ${after.maxLength}`
    : `Its ${what} becomes ${after[property]}`;
}

/** More rounds than a field has things that can be wrong. */
const MOST_ROUNDS = 1000;

/** A field without what a model refuses, each time with a note; undefined where nothing is left. */
export function mendField(
  field: FieldDocument,
  database: Database | undefined,
  note: (message: string) => void,
): FieldDocument | undefined {
  let current = field;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const model = { entities: [{ name: 'Thing', fields: [current] }] };
    const [problem] = validateModel(model, { database });
    if (problem === undefined) return current;
    const pointer = problem.pointer.slice(4);
    const mended = mendAt(current, pointer, database);
    const change =
      mended === undefined
        ? 'It is left out'
        : changeOf(current, mended, pointer);
    note(`${change}: ${problem.message}`);
    if (mended === undefined) return undefined;
    current = mended;
  }
  return undefined;
}
