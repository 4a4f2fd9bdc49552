import {
  DEFAULT_MAX_LENGTH,
  type ResolvedField,
} from '@perennial/plugin-perennial-common';
import { identifier, numberLiteral, textLiteral } from './literals';

const MOMENTS = new Set(['date', 'time', 'dateTime']);
const TEXTS = new Set(['string', 'text', 'email', 'uri']);

function lengthChecks(field: ResolvedField, column: string): string[] {
  const checks: string[] = [];
  if (field.minLength)
    checks.push(`char_length(${column}) >= ${field.minLength}`);
  if (field.type === 'text' && field.maxLength !== DEFAULT_MAX_LENGTH.text)
    checks.push(`char_length(${column}) <= ${field.maxLength}`);
  return checks;
}

/**
 * The portable pattern reads the same to PostgreSQL, except for `\x`, after
 * which it takes any number of digits.
 */
function patternChecks(field: ResolvedField, column: string): string[] {
  const { pattern } = field.schema;
  return field.pattern === undefined ||
    typeof pattern !== 'string' ||
    pattern.includes('\\x')
    ? []
    : [`${column} ~ ${textLiteral(pattern)}`];
}

function boundChecks(field: ResolvedField, column: string): string[] {
  const literal = MOMENTS.has(field.type) ? textLiteral : numberLiteral;
  return [
    ['>=', field.minimum],
    ['<=', field.maximum],
  ].flatMap(([operator, bound]) =>
    bound === undefined
      ? []
      : [`${column} ${operator} ${literal(String(bound))}`],
  );
}

/** The conditions that a column's values have to meet. */
export function fieldChecks(field: ResolvedField): string[] {
  const column = identifier(field.column);
  if (field.type === 'enum')
    return [
      `${column} IN (${(field.values ?? []).map(textLiteral).join(', ')})`,
    ];
  if (TEXTS.has(field.type))
    return [...lengthChecks(field, column), ...patternChecks(field, column)];
  return boundChecks(field, column);
}
