import type { ModelDocument, ModelOptions } from '../model/types';
import { checkEntityNames, checkMemberNames } from './entities';
import { checkField } from './fields';
import type { Pointer, ProblemList } from './problems';
import { checkRelations } from './relations';

/** Checks what a schema cannot say. */
export function checkSemantics(
  document: ModelDocument,
  options: ModelOptions,
  problems: ProblemList,
): void {
  checkEntityNames(document, problems);
  document.entities.forEach((entity, index) => {
    const at: Pointer = ['entities', index];
    if (entity.id === 'objectId' && options.database !== 'mongo') {
      problems.add(
        [...at, 'id'],
        'objectId is an id of MongoDB, and this service has PostgreSQL.',
        'Use uuid or integer, or remove it.',
      );
    }
    if ((entity.fields ?? []).length + (entity.relations ?? []).length === 0) {
      problems.add(
        at,
        `The entity "${entity.name}" has neither fields nor relations.`,
        'Add a field.',
      );
    }
    checkMemberNames(entity, at, problems);
    (entity.fields ?? []).forEach((field, position) =>
      checkField(field, [...at, 'fields', position], 1, problems),
    );
  });
  checkRelations(document, problems);
}
