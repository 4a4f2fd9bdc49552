import { InputError } from '@backstage/errors';
import type { SchemaSource } from './SchemaSource';
import { textOf } from './types';

/** The first reference of a document that leads out of it. */
function firstOutside(source: SchemaSource): string | undefined {
  const seen = new WeakSet<object>();
  const open: unknown[] = [source.root.schema];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value))
      continue;
    seen.add(value);
    const reference = textOf((value as { $ref?: unknown }).$ref);
    if (reference !== undefined && source.resolve(reference) === undefined)
      return reference;
    open.push(...Object.values(value).reverse());
  }
  return undefined;
}

/**
 * Says so where nothing is found because all of it is in other documents.
 *
 * @throws InputError with one of them
 */
export function checkFound(
  source: SchemaSource,
  title: string,
  found: readonly unknown[],
): void {
  if (found.length > 0) return;
  const reference = firstOutside(source);
  if (reference !== undefined)
    throw new InputError(
      `The ${title} has its schemas in other documents, such as "${reference.slice(
        0,
        200,
      )}", and they are not fetched. Bundle them into one document, and import that.`,
    );
}
