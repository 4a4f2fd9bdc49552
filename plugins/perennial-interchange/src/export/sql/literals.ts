import { reservedWordsOf } from '@perennial/plugin-perennial-common';

const reserved = new Set(reservedWordsOf('sql'));

/** A name of the database, in quotes where PostgreSQL needs them. */
export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name)
    ? name
    : `"${name.replace(/"/g, '""')}"`;
}

/**
 * A text as a literal that reads the same whatever the server takes a
 * backslash for, as `quote_literal` writes it. A valid model holds no NUL,
 * which PostgreSQL would refuse.
 */
export function textLiteral(text: string): string {
  const quoted = text.replace(/'/g, "''");
  return quoted.includes('\\')
    ? `E'${quoted.replace(/\\/g, '\\\\')}'`
    : `'${quoted}'`;
}

const NUMBER = /^-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$/i;

/** A number or another value of a column as a literal. */
export function valueLiteral(value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number')
    return String(value);
  return textLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The value of a numeric column, which may come as text to keep its digits. */
export function numberLiteral(value: unknown): string {
  const text = String(value).trim();
  return NUMBER.test(text) ? text : textLiteral(text);
}
