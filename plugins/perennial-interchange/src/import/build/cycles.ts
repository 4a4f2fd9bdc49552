import type { RelationDocument } from '@perennial/plugin-perennial-common';
import type { LegalEntity } from './relations';

/**
 * Makes relations optional where rows would need each other, so that a first
 * row can be created. PostgreSQL lets one insert both in a transaction.
 */
export function breakCycles(entities: Iterable<LegalEntity>): void {
  const byName = new Map(
    [...entities].map(entity => [entity.document.name, entity]),
  );
  const open = new Set<LegalEntity>();
  const done = new Set<LegalEntity>();

  const follow = (entity: LegalEntity, relation: RelationDocument): void => {
    const target = byName.get(relation.target);
    if (!relation.required || target === undefined) return;
    if (!open.has(target)) {
      visit(target);
      return;
    }
    delete relation.required;
    entity.draft.note(
      `The relation ${relation.name} is optional in the model: otherwise the first row could never be created, as ${relation.target} needs ${entity.document.name} too.`,
    );
  };
  function visit(entity: LegalEntity): void {
    if (done.has(entity) || open.has(entity)) return;
    open.add(entity);
    for (const relation of entity.document.relations ?? [])
      follow(entity, relation);
    open.delete(entity);
    done.add(entity);
  }
  for (const entity of byName.values()) visit(entity);
}
