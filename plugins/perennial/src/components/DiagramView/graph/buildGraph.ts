import { MAX_ENTITIES } from '@perennial/plugin-perennial-common';
import {
  flagAt,
  isObject,
  listAt,
  textAt,
  valueAt,
} from '../../../draft/readDraft';
import type { JsonObject } from '../../../draft/types';
import { shorten } from './shorten';
import { MAX_ROWS } from './size';
import { Targets } from './Targets';
import type {
  DiagramGraph,
  EntityFace,
  EntityShape,
  FieldRow,
  RelationShape,
} from './types';

/** More lines are no diagram any more. */
const MAX_DRAWN_RELATIONS = 2_000;

const faces = new WeakMap<JsonObject, EntityFace>();

/** What to draw of a model, whatever it holds. */
export function buildGraph(
  entities: readonly JsonObject[],
  ids: readonly string[],
): DiagramGraph {
  const shapes = entities
    .slice(0, MAX_ENTITIES)
    .map<EntityShape>((entity, index) => ({
      id: ids[index],
      index,
      face: faceOf(entity),
    }));
  const targets = new Targets(entities, shapes);
  const relations: RelationShape[] = [];
  let relationCount = 0;
  shapes.forEach(shape => {
    const list = listAt(entities[shape.index], 'relations');
    relationCount += list.length;
    const room = MAX_DRAWN_RELATIONS - relations.length;
    list.slice(0, room).forEach((relation, relationIndex) => {
      relations.push(toShape(shape, relation, relationIndex, targets));
    });
  });
  return {
    entities: shapes,
    ghosts: targets.ghosts,
    relations,
    leftOut: {
      entities: entities.length - shapes.length,
      relations: relationCount - relations.length,
    },
  };
}

function toShape(
  source: EntityShape,
  relation: JsonObject,
  relationIndex: number,
  targets: Targets,
): RelationShape {
  const target = targets.find(textAt(relation, 'target'));
  const kind = textAt(relation, 'kind');
  return {
    id: `${source.id}/${relationIndex}`,
    entityIndex: source.index,
    relationIndex,
    source: source.id,
    target: target.id,
    name: shorten(textAt(relation, 'name')),
    sourceName: source.face.name,
    targetName: target.name,
    kind: kind === 'oneToOne' || kind === 'manyToMany' ? kind : 'manyToOne',
    isRequired: flagAt(relation, 'required'),
    isDangling: target.isDangling,
  };
}

function faceOf(entity: JsonObject): EntityFace {
  const known = faces.get(entity);
  if (known) {
    return known;
  }
  const fields = listAt(entity, 'fields');
  const face: EntityFace = {
    name: shorten(textAt(entity, 'name')),
    // "And 1 more" takes as much room as the one.
    rows: fields
      .slice(0, fields.length <= MAX_ROWS ? MAX_ROWS : MAX_ROWS - 1)
      .map(toRow),
    fieldCount: fields.length,
    relationCount: listAt(entity, 'relations').length,
  };
  faces.set(entity, face);
  return face;
}

function toRow(field: JsonObject): FieldRow {
  return {
    name: shorten(textAt(field, 'name')),
    type: typeOf(field),
    isRequired: flagAt(field, 'required'),
    isUnique: flagAt(field, 'unique'),
  };
}

/** `string[]` for an array of strings. */
function typeOf(field: JsonObject): string {
  const type = textAt(field, 'type');
  const items = valueAt(field, 'items');
  const itemType = isObject(items) ? textAt(items, 'type') : '';
  return shorten(type === 'array' && itemType ? `${itemType}[]` : type);
}
