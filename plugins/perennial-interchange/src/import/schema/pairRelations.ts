import type { DraftEntity, DraftRelation } from '../build';

function isFree({ inverse }: DraftRelation): boolean {
  return inverse === undefined;
}

/** The one relation that is the other side of a list. */
function otherSide(
  owner: DraftEntity,
  list: DraftRelation,
): DraftRelation | undefined {
  const back = list.target.relations.filter(
    relation =>
      relation.target === owner && relation !== list && isFree(relation),
  );
  const single = back.filter(({ kind }) => kind === 'manyToOne');
  if (single.length === 1) return single[0];
  // Two lists of an entity's own kind may be anything to each other.
  const lists = back.filter(({ kind }) => kind === 'manyToMany');
  return single.length === 0 && lists.length === 1 && list.target !== owner
    ? lists[0]
    : undefined;
}

function remove(owner: DraftEntity, relation: DraftRelation): void {
  owner.relations.splice(owner.relations.indexOf(relation), 1);
}

/**
 * A list whose members refer back is the other side of that reference. Any
 * other list may share its members with other rows.
 */
export function pairRelations(entities: readonly DraftEntity[]): void {
  for (const owner of entities)
    for (const list of [...owner.relations]) {
      const isThere = owner.relations.includes(list);
      if (list.kind !== 'manyToMany' || !isThere || !isFree(list)) continue;
      const other = otherSide(owner, list);
      if (other === undefined) {
        owner.note(
          'It becomes manyToMany, because nothing says that its members belong to one row only.',
          list.source ?? list.name,
          list.line,
        );
        continue;
      }
      other.inverse = list.name;
      remove(owner, list);
    }
}
