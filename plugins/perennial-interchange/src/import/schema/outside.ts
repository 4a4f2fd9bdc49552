import { InputError } from '@backstage/errors';
import { referencesIn } from './references';
import type { SchemaSource } from './SchemaSource';

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
  const reference = referencesIn(source.root.schema).find(
    each => source.resolve(each) === undefined,
  );
  if (reference !== undefined)
    throw new InputError(
      `The ${title} has its schemas in other documents, such as "${reference.slice(
        0,
        200,
      )}", and they are not fetched. Bundle them into one document, and import that.`,
    );
}
