import {
  ModelDocument,
  ResolvedModel,
  parseModel,
  problemsToError,
  resolveModel,
  validateModel,
} from '@perennial/plugin-perennial-common';
import { refuseUnrendered } from '../guards/refuseUnrendered';

/**
 * Reads the model of an input and resolves it for the database.
 *
 * Validating for the database comes first, so that one error tells everything
 * that is wrong, with the lines of the text where it is one.
 */
export function readModel(options: {
  model: unknown;
  database: 'postgres' | 'mongo';
}): { document: ModelDocument; resolved: ResolvedModel } {
  const { model, database } = options;
  if (typeof model === 'string' && model.trimStart().startsWith('${{')) {
    refuseUnrendered({ model });
  }
  const problems = validateModel(model, { database });
  if (problems.length > 0) {
    throw problemsToError(problems);
  }
  const document = parseModel(model);
  return { document, resolved: resolveModel(document, { database }) };
}
