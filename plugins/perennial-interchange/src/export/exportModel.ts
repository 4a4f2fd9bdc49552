import {
  type ModelDocument,
  type ResolvedModel,
  resolveModel,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import { writeMermaid } from './mermaid/writeMermaid';
import { writeSql } from './sql/writeSql';
import type { ExportOptions } from './types';

/** Tables have no object ids, so their rows get UUIDs. */
function resolveForTables(document: ModelDocument): ResolvedModel {
  return resolveModel({
    ...document,
    entities: document.entities.map(({ id, ...entity }) =>
      id === undefined || id === 'objectId' ? entity : { ...entity, id },
    ),
  });
}

/**
 * A model in another language: its canonical YAML, a Mermaid entity
 * relationship diagram, or the PostgreSQL schema of its service.
 *
 * @throws InputError with every problem of the model
 *
 * @public
 */
export function exportModel(
  document: ModelDocument,
  options: ExportOptions,
): string {
  const model = resolveModel(document, { database: options.database });
  switch (options.format) {
    case 'mermaid':
      return writeMermaid(model);
    case 'sql':
      return writeSql(
        options.database === 'mongo' ? resolveForTables(document) : model,
      );
    default:
      return stringifyModel(document);
  }
}
