import type { Pointer } from '../document/readDocument';

/** A JSON Schema, of which nothing is known. */
export type SchemaObject = { readonly [keyword: string]: unknown };

/** A schema and where it stands. */
export interface SchemaNode {
  schema: SchemaObject;
  pointer: Pointer;
}

/** A schema that others refer to by a name. */
export interface NamedSchema extends SchemaNode {
  name: string;
}

/** Whether a value has members, and is no list. */
export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text, if it is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

/** What stands below a value; never what it inherits. */
export function valueAt(value: unknown, steps: Pointer): unknown {
  return steps.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** A schema below another one. `true` and nonsense allow anything. */
export function childOf(parent: SchemaNode, ...steps: Pointer): SchemaNode {
  const value = valueAt(parent.schema, steps);
  return {
    schema: isObject(value) ? value : {},
    pointer: [...parent.pointer, ...steps],
  };
}

/** The schemas of a list or of a map of schemas. */
export function childrenOf(parent: SchemaNode, keyword: string): SchemaNode[] {
  const value = parent.schema[keyword];
  if (Array.isArray(value))
    return value.map((_, index) => childOf(parent, keyword, index));
  return isObject(value)
    ? Object.keys(value).map(name => childOf(parent, keyword, name))
    : [];
}
