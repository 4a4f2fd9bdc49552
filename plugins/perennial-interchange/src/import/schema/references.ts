import { cyclicComponents } from '@perennial/plugin-perennial-common';
import { SchemaSource } from './SchemaSource';
import { type NamedSchema, type SchemaNode, textOf } from './types';

/** What a schema refers to with `$ref`, wherever inside of it, in the order of the text. */
export function referencesIn(schema: unknown): string[] {
  const found: string[] = [];
  const seen = new WeakSet<object>();
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value))
      continue;
    seen.add(value);
    const reference = textOf((value as { $ref?: unknown }).$ref);
    if (reference !== undefined) found.push(reference);
    open.push(...Object.values(value).reverse());
  }
  return found;
}

/** The schemas that a schema refers to. */
function referencesOf(source: SchemaSource, { schema }: SchemaNode) {
  return referencesIn(schema).flatMap(
    reference => source.resolve(reference) ?? [],
  );
}

/** Which of some schemas refer to which, by their keys. */
export function referenceGraph(
  source: SchemaSource,
  schemas: readonly NamedSchema[],
): Map<string, Set<string>> {
  const keys = new Set(schemas.map(SchemaSource.key));
  return new Map(
    schemas.map(schema => [
      SchemaSource.key(schema),
      new Set(
        referencesOf(source, schema)
          .map(SchemaSource.key)
          .filter(key => keys.has(key)),
      ),
    ]),
  );
}

/** What refers to itself, directly or by way of others. */
export function circular(graph: Map<string, Set<string>>): Set<string> {
  const keys = [...graph.keys()];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const follow = [...graph.values()].map(
    targets => new Set([...targets].map(key => numbers.get(key) ?? 0)),
  );
  return new Set(
    cyclicComponents(follow)
      .flat()
      .map(number => keys[number]),
  );
}
