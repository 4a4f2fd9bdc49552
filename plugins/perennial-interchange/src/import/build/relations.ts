import {
  MAX_RELATIONS,
  relationWireName,
  splitWords,
  type EntityDocument,
  type RelationDocument,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity, DraftRelation } from './drafts';
import { description } from './fields';
import { candidates, memberName, type Names } from './names';

/** An entity that is legal but for its relations, and the names that its members took. */
export interface LegalEntity {
  draft: DraftEntity;
  document: EntityDocument;
  names: Names;
}

/** Every draft that became an entity. */
export type LegalEntities = ReadonlyMap<DraftEntity, LegalEntity>;

/** What a relation may say, by its kind. */
function legalOptions({
  kind,
  required,
  onDelete,
}: DraftRelation): Partial<RelationDocument> {
  if (kind === 'manyToMany') return {};
  return {
    ...(required && { required }),
    // A required reference cannot be cleared; deleting its target is refused.
    ...(onDelete !== undefined &&
      !(required && onDelete === 'setNull') && { onDelete }),
  };
}

function legalRelation(
  { draft: entity, names }: LegalEntity,
  draft: DraftRelation,
  entities: LegalEntities,
): RelationDocument | undefined {
  const source = draft.source ?? draft.name;
  const target = entities.get(draft.target)?.document.name;
  if (target === undefined) {
    entity.note(
      `${draft.target.options.name} is left out, and so is what refers to it.`,
      source,
      draft.line,
    );
    return undefined;
  }
  const name = names.take(
    candidates(
      memberName(draft.name, 'relation'),
      splitWords(target)[0].slice(0, 8),
    ),
    taken => [taken, relationWireName({ name: taken, kind: draft.kind })],
  );
  if (name !== draft.name) {
    entity.note(
      `The relation is called ${name} in the model.`,
      source,
      draft.line,
    );
  }
  return {
    name,
    ...description(draft.description),
    kind: draft.kind,
    target,
    ...legalOptions(draft),
  };
}

/** A name given to the other side, or another one where a member of the target has it. */
function inverseName(
  { draft: entity }: LegalEntity,
  draft: DraftRelation,
  entities: LegalEntities,
): Partial<RelationDocument> {
  const names = entities.get(draft.target)?.names;
  if (draft.inverse === undefined || names === undefined) return {};
  const inverse = names.take(
    candidates(memberName(draft.inverse, 'inverse')),
    taken => [taken],
  );
  if (inverse !== draft.inverse) {
    entity.note(
      `The other side ${draft.inverse} is called ${inverse} in the model.`,
      draft.source ?? draft.name,
      draft.line,
    );
  }
  return { inverse };
}

/** Gives all entities their relations as a model takes them. */
export function addRelations(entities: LegalEntities): void {
  const added: [LegalEntity, DraftRelation, RelationDocument][] = [];
  for (const entity of entities.values()) {
    const { relations } = entity.draft;
    if (relations.length > MAX_RELATIONS) {
      entity.draft.note(
        `It has ${relations.length} relations, and an entity has room for ${MAX_RELATIONS}: the rest is left out.`,
      );
    }
    for (const draft of relations.slice(0, MAX_RELATIONS)) {
      const relation = legalRelation(entity, draft, entities);
      if (relation !== undefined) added.push([entity, draft, relation]);
    }
  }
  // An inverse steps aside for all members, so it comes after all of them.
  for (const [entity, draft, relation] of added) {
    const { document } = entity;
    document.relations = [
      ...(document.relations ?? []),
      { ...relation, ...inverseName(entity, draft, entities) },
    ];
  }
}
