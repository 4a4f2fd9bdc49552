import { appliesTo } from '@perennial/plugin-perennial-common';
import type { Node } from '@pgsql/types';
import type { DraftField } from '../build';
import type { FieldTypeDocument } from './columnTypes';
import { asKind, columnOf, literalOf, namesOf, plainExpression } from './nodes';

/** What a condition says of one column in the words of a model. */
export interface Constraint {
  column: string;
  patch: Partial<DraftField>;
  /** It says a little less than the condition. */
  note?: string;
}

/** The field that a column became. */
export type FieldOf = (column: string) => FieldTypeDocument | undefined;

const MIRRORED = new Map([
  ['<', '>'],
  ['>', '<'],
  ['<=', '>='],
  ['>=', '<='],
  ['=', '='],
  ['<>', '<>'],
]);

const LENGTH = /^(?:length|char_length|character_length)$/;

/** The column whose length an expression is. */
function measuredColumn(node: Node | undefined): string | undefined {
  const call = asKind(plainExpression(node), 'FuncCall');
  const name = namesOf(call?.funcname).pop() ?? '';
  const [argument] = call?.args ?? [];
  return LENGTH.test(name) && call?.args?.length === 1
    ? columnOf(argument)
    : undefined;
}

function lengthPatch(
  operator: string,
  size: number,
): Partial<DraftField> | undefined {
  switch (operator) {
    case '<=':
      return { maxLength: size };
    case '<':
      return { maxLength: size - 1 };
    case '>=':
      return { minLength: size };
    case '>':
      return { minLength: size + 1 };
    case '=':
      return { minLength: size, maxLength: size };
    case '<>':
      return size === 0 ? { minLength: 1 } : undefined;
    default:
      return undefined;
  }
}

/** The bound next to an exclusive one, where the numbers of a type have one. */
function nextTo(
  bound: string,
  step: 1 | -1,
  field: FieldTypeDocument,
): string | undefined {
  const scale = field.type === 'decimal' ? field.scale ?? 0 : 0;
  const isCounted = ['integer', 'bigInteger', 'decimal'].includes(field.type);
  if (!isCounted || !/^-?\d{1,15}(?:\.0*)?$/.test(bound) || scale > 12)
    return undefined;
  if (scale === 0) return String(Number(bound) + step);
  // A whole number and a step of the last digit: 0 and 0.01.
  const units =
    BigInt(bound.replace(/\..*/, '')) * 10n ** BigInt(scale) + BigInt(step);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(
    -scale,
  )}`;
}

function boundPatch(
  column: string,
  operator: string,
  bound: string,
  field: FieldTypeDocument,
): Constraint | undefined {
  const isNumber = field.type === 'integer' || field.type === 'number';
  const asBound = (value: string) => (isNumber ? Number(value) : value);
  switch (operator) {
    case '>=':
      return { column, patch: { minimum: asBound(bound) } };
    case '<=':
      return { column, patch: { maximum: asBound(bound) } };
    case '=':
      return {
        column,
        patch: { minimum: asBound(bound), maximum: asBound(bound) },
      };
    case '>':
    case '<': {
      const property = operator === '>' ? 'minimum' : 'maximum';
      const next = nextTo(bound, operator === '>' ? 1 : -1, field);
      return {
        column,
        patch: { [property]: asBound(next ?? bound) },
        ...(next === undefined && {
          note: `${bound} itself is not allowed in the source, and is in the model.`,
        }),
      };
    }
    default:
      return undefined;
  }
}

/** What `left operator right` says of the column on one of its sides. */
export function comparison(
  left: Node | undefined,
  operator: string,
  right: Node | undefined,
  fieldOf: FieldOf,
): Constraint | undefined {
  const literal = literalOf(right);
  if (literal === undefined) {
    const mirrored = MIRRORED.get(operator);
    return literalOf(left) === undefined || mirrored === undefined
      ? undefined
      : comparison(right, mirrored, left, fieldOf);
  }
  const value = String(literal.value);
  const measured = measuredColumn(left);
  if (measured !== undefined) {
    const patch = lengthPatch(operator, Number(value));
    return patch && { column: measured, patch };
  }
  const column = columnOf(left);
  const field = column === undefined ? undefined : fieldOf(column);
  if (column === undefined || field === undefined) return undefined;
  if (operator === '~') return { column, patch: { pattern: value } };
  if (operator === '<>' && value === '')
    return { column, patch: { minLength: 1 } };
  return appliesTo('minimum', field.type)
    ? boundPatch(column, operator, value, field)
    : undefined;
}
