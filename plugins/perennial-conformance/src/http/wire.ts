/**
 * JSON text that stands as it is in a body: for what no JavaScript value can
 * spell, such as `1e999`, `1.0` or an own `__proto__` member.
 */
export class RawJson {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** JSON text of a value that may hold {@link RawJson} at any depth. */
export function wireText(value: unknown): string {
  if (value instanceof RawJson) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(wireText).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${JSON.stringify(name)}:${wireText(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The value that a receiver reads from {@link wireText}. */
export function wireValue(value: unknown): unknown {
  return JSON.parse(wireText(value));
}

/** A query as ordered pairs, so that a name can be repeated. */
export type Query = readonly (readonly [string, string])[];

/** Encodes a query; brackets stay readable, as clients send them. */
export function queryText(query: Query): string {
  if (query.length === 0) {
    return '';
  }
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/%5B/g, '[').replace(/%5D/g, ']');
  return `?${query
    .map(([name, value]) => `${encode(name)}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
