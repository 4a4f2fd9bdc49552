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

/** `2020-01-01 10:00:00+02` as JSON has it. */
function momentOf(text: string): string {
  const [, date, time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?))?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
      text,
    ) ?? [];
  if (date === undefined) return text;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  return `${date}T${time}${offset}`;
}

function valueOf(
  { type }: FieldTypeDocument,
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
      return text === '{}' ? [] : undefined;
    case 'date':
    case 'time':
      return RELATIVE.test(text) ? undefined : text;
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
  if (array !== undefined && (array.elements ?? []).length === 0)
    return { value: [], isComputed: false };
  const literal = literalOf(node);
  if (literal === undefined) return { isComputed: true };
  if (literal.value === null) return { isComputed: false };
  const value = valueOf(field, literal.value);
  return { value, isComputed: value === undefined };
}
