import type { ModelDocument, ModelOptions } from '../model/types';
import { problemsToError } from '../validation/problems';
import { checkModel } from '../validation/validateModel';
import { buildModel } from './build';
import type { ResolvedModel } from './types';

/**
 * Gives every entity, field and relation its names, schemas and examples.
 *
 * @throws InputError with every problem of the model
 *
 * @public
 */
export function resolveModel(
  document: ModelDocument,
  options: ModelOptions = {},
): ResolvedModel {
  const checked = checkModel(document, options);
  if (checked.document === undefined) throw problemsToError(checked.problems);
  return buildModel(checked.document, options);
}
