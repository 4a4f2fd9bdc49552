import type { ModelDocument } from '../model/types';
import { entityNames } from '../naming/identifiers';
import { normaliseName, nameForms } from '../naming/words';
import { BUILT_IN_FIELDS } from '../naming/reserved';
import { memberWireNames } from './wireNames';

/**
 * What each relation is called when seen from its target, by `entity/relation`
 * index. A name that the author gave stays; a derived one steps aside for the
 * target's own members and for names given before it.
 */
export function inverseNames(document: ModelDocument): Map<string, string> {
  const taken = new Map<string, Set<string>>();
  for (const entity of document.entities) {
    taken.set(
      normaliseName(entity.name),
      new Set(
        [...memberWireNames(entity), ...BUILT_IN_FIELDS].map(normaliseName),
      ),
    );
  }
  const result = new Map<string, string>();
  const relations = document.entities.flatMap((entity, entityIndex) =>
    (entity.relations ?? []).map((relation, index) => ({
      entity,
      relation,
      key: `${entityIndex}/${index}`,
    })),
  );
  for (const { relation, key } of relations) {
    if (relation.inverse === undefined) continue;
    taken
      .get(normaliseName(relation.target))
      ?.add(normaliseName(relation.inverse));
    result.set(key, relation.inverse);
  }
  for (const { entity, relation, key } of relations) {
    if (relation.inverse !== undefined) continue;
    const used = taken.get(normaliseName(relation.target));
    const names = entityNames(entity.name, entity.plural);
    const base = relation.kind === 'oneToOne' ? names.snake : names.table;
    const long = `${base}_by_${nameForms(relation.name).snake}`;
    let name = used?.has(normaliseName(base)) ? long : base;
    for (let count = 2; used?.has(normaliseName(name)); count++)
      name = `${long}_${count}`;
    used?.add(normaliseName(name));
    result.set(key, name);
  }
  return result;
}
