import type { EntityDocument, RelationDocument } from '../model/types';
import { singularName } from '../naming/plural';

/**
 * The JSON property of a relation: `category_id`, or `tag_ids`.
 *
 * @public
 */
export function relationWireName(
  relation: Pick<RelationDocument, 'name' | 'kind'>,
): string {
  return relation.kind === 'manyToMany'
    ? `${singularName(relation.name)}_ids`
    : `${relation.name}_id`;
}

/** Every name that an entity's fields and relations take. */
export function memberWireNames(entity: EntityDocument): string[] {
  return [
    ...(entity.fields ?? []).map(field => field.name),
    ...(entity.relations ?? []).flatMap(relation => [
      relation.name,
      relationWireName(relation),
    ]),
  ];
}
