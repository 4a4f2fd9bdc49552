import { InputError } from '@backstage/errors';
import {
  MAX_MODEL_BYTES,
  stringifyModel,
  validateModel,
  type Database,
  type EntityDocument,
  type ModelDocument,
  type ModelProblem,
} from '@perennial/plugin-perennial-common';
import { fitIndexes } from './indexes';
import type { LegalEntity } from './relations';

/** An entity needs something to be about. */
function addFirstField({ draft, document }: LegalEntity): void {
  if ((document.fields ?? []).length + (document.relations ?? []).length > 0)
    return;
  document.fields = [{ name: 'name', type: 'string' }];
  draft.note(
    'It has nothing but its id, and an entity needs a field: it got one called name.',
  );
}

/** Takes what a problem points at out of an entity; undefined where that is the entity. */
function withoutPart(
  entity: EntityDocument,
  [list, index, property]: (string | number)[],
): EntityDocument | undefined {
  if (list === 'plural') {
    const { plural: _plural, ...rest } = entity;
    return rest;
  }
  if (list === 'fields')
    return {
      ...entity,
      fields: entity.fields?.filter((_, position) => position !== index),
    };
  if (list !== 'relations') return undefined;
  const isOption = ['required', 'onDelete', 'inverse', 'description'].includes(
    String(property),
  );
  return {
    ...entity,
    relations: entity.relations?.flatMap((relation, position) => {
      if (position !== index) return [relation];
      if (!isOption) return [];
      const { [property as 'inverse']: _option, ...rest } = relation;
      return [rest];
    }),
  };
}

/** Mends the first problem of each entity. */
function mendFirst(
  entities: LegalEntity[],
  problems: ModelProblem[],
): LegalEntity[] {
  const first = new Map<number, ModelProblem>();
  for (const problem of problems) {
    const index = Number(problem.pointer[1]);
    if (!first.has(index)) first.set(index, problem);
  }
  return entities.flatMap((entity, index) => {
    const problem = first.get(index);
    if (problem === undefined) return [entity];
    const document = withoutPart(entity.document, problem.pointer.slice(2));
    entity.draft.note(
      `${
        document === undefined
          ? 'It'
          : String(problem.path.split('.').slice(1).join('.'))
      } is left out: ${problem.message}`,
    );
    if (document === undefined) return [];
    const mended = { ...entity, document };
    addFirstField(mended);
    return [mended];
  });
}

/** Each round takes something away; a source that needs more of them was made to. */
const MOST_ROUNDS = 200;

/** A model of which `validateModel` says nothing. */
export function validModel(
  found: LegalEntity[],
  database: Database | undefined,
): ModelDocument {
  let entities = found;
  for (const entity of entities) {
    addFirstField(entity);
    if (database === 'mongo') fitIndexes(entity);
  }
  for (let round = 0; round < MOST_ROUNDS && entities.length > 0; round++) {
    const model = { entities: entities.map(({ document }) => document) };
    const problems = validateModel(model, { database });
    if (problems.length === 0) {
      if (stringifyModel(model).length <= MAX_MODEL_BYTES) return model;
      throw new InputError(
        `The model would be larger than ${
          MAX_MODEL_BYTES / 1024
        } KiB. Import fewer entities at once, into several services.`,
      );
    }
    entities = mendFirst(entities, problems);
  }
  throw new InputError(
    'The source has next to nothing that a model can say. Check that the format is right.',
  );
}
