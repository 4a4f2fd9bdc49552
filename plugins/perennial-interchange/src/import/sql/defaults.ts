import type { FieldDocument } from '@perennial/plugin-perennial-common';
import type { Node } from '@pgsql/types';
import type { FieldTypeDocument } from './columnTypes';
import { asKind, literalOf, plainExpression } from './nodes';

/** What became of a default. */
export interface ColumnDefault {
  value?: FieldDocument['default'];
  /** It is computed for each row, which a model cannot say. */
  isComputed: boolean;
}

const TRUE = /^(?:t|true|y|yes|on|1)$/i;
const FALSE = /^(?:f|false|n|no|off|0)$/i;

/** Words that PostgreSQL takes for a moment, when the row is made. */
const RELATIVE =
  /^(?:now|today|tomorrow|yesterday|allballs|epoch|-?infinity)$/i;

function jsonOf(text: string): FieldDocument['default'] {
  try {
    return JSON.parse(text) as FieldDocument['default'];
  } catch {
    return undefined;
  }
}

/** `10:00` as JSON has it. */
function withSeconds(time: string): string {
  return /^\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}

/** `2020-01-01 10:00:00+02` as JSON has it. */
function momentOf(text: string): string {
  const [, date, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
      text,
    ) ?? [];
  if (date === undefined) return text;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  return `${date}T${withSeconds(time)}${offset}`;
}

/** An item of an array's text, quoted or not, and what comes after it. */
const ITEM = /\s*(?:"((?:[^"\\]|\\[^])*)"\s*|([^\s,{}"\\][^,{}"\\]*))(,|$)/y;

/** The items of `{a,"b c"}`; undefined where there is more to it, such as arrays in it. */
function itemsOf(text: string): string[] | undefined {
  const inner = /^\s*\{([^]*)\}\s*$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const items: string[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < inner.length) {
    const [, quoted, plain] = ITEM.exec(inner) ?? [];
    const item = quoted?.replace(/\\([^])/g, '$1') ?? plain?.trim();
    if (item === undefined || plain === 'NULL') return undefined;
    items.push(item);
  }
  return items;
}

/** A default for an array, if each of its items is a value. */
function arrayValue(
  items: FieldTypeDocument['items'],
  values: (string | boolean | null | undefined)[] | undefined,
): FieldDocument['default'] {
  const found = (values ?? []).map(value =>
    items && value !== null && value !== undefined
      ? valueOf(items, value)
      : undefined,
  );
  return values !== undefined && found.every(value => value !== undefined)
    ? found
    : undefined;
}

function valueOf(
  { type, items }: FieldTypeDocument,
  value: string | boolean,
): FieldDocument['default'] {
  const text = String(value);
  switch (type) {
    case 'boolean':
      if (TRUE.test(text)) return true;
      return FALSE.test(text) ? false : text;
    case 'integer':
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text))
        ? text
        : Number(text);
    case 'json':
    case 'object':
      return jsonOf(text);
    case 'array':
      return arrayValue(items, itemsOf(text));
    case 'date':
      return RELATIVE.test(text) ? undefined : text;
    case 'time':
      return RELATIVE.test(text) ? undefined : withSeconds(text);
    case 'dateTime':
      return RELATIVE.test(text) ? undefined : momentOf(text);
    default:
      return text;
  }
}

/** A default as a model says it: a value, and never how to compute one. */
export function defaultOf(
  node: Node | undefined,
  field: FieldTypeDocument,
): ColumnDefault {
  if (node === undefined) return { isComputed: false };
  const array = asKind(plainExpression(node), 'A_ArrayExpr');
  if (array !== undefined) {
    const values = (array.elements ?? []).map(each => literalOf(each)?.value);
    const value = arrayValue(field.items, values);
    return { value, isComputed: value === undefined };
  }
  const literal = literalOf(node);
  if (literal === undefined) return { isComputed: true };
  if (literal.value === null) return { isComputed: false };
  const value = valueOf(field, literal.value);
  return { value, isComputed: value === undefined };
}
