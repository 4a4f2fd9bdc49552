import { insertAt, removeAt, setAt, updateAt } from './edits';
import { entitiesOf, isObject, listAt, textAt } from './readDraft';
import type { DraftModel, JsonObject, JsonValue } from './types';

/** Adds an entity with a name that is still free, and tells where. */
export function addEntity(
  model: DraftModel,
  entity: { name: string } & JsonObject,
): { model: DraftModel; index: number } {
  const entities = entitiesOf(model);
  const name = freeName(
    entity.name,
    entities.map(item => textAt(item, 'name')),
  );
  return {
    model: insertAt(model, ['entities'], { ...entity, name }),
    index: entities.length,
  };
}

/** Names an entity anew, and with it every relation that leads to it. */
export function renameEntity(
  model: DraftModel,
  index: number,
  name: string,
): DraftModel {
  const entities = entitiesOf(model);
  const old = textAt(entities[index] ?? {}, 'name');
  const renamed = setAt(model, ['entities', index, 'name'], name);
  const isShared = entities.some(
    (entity, at) => at !== index && textAt(entity, 'name') === old,
  );
  // Two entities of one name: a relation to it is as likely meant for the other.
  return old === '' || isShared
    ? renamed
    : mapRelations(renamed, relation =>
        textAt(relation, 'target') === old
          ? { ...relation, target: name }
          : relation,
      );
}

/** Removes an entity, and with it every relation that leads to it. */
export function removeEntity(model: DraftModel, index: number): DraftModel {
  const name = textAt(entitiesOf(model)[index] ?? {}, 'name');
  const removed = removeAt(model, ['entities', index]);
  const remains = entitiesOf(removed).some(
    entity => textAt(entity, 'name') === name,
  );
  return name === '' || remains
    ? removed
    : mapRelations(removed, relation =>
        textAt(relation, 'target') === name ? undefined : relation,
      );
}

/** Adds a field with a name that is still free in its list, and tells where. */
export function addField(
  model: DraftModel,
  listPointer: readonly (string | number)[],
  field: { name: string } & JsonObject,
  index?: number,
): { model: DraftModel; index: number } {
  let at = 0;
  const changed = updateAt(model, listPointer, value => {
    const list = Array.isArray(value) ? value : [];
    at = index ?? list.length;
    const name = freeName(field.name, namesIn(list));
    return [...list.slice(0, at), { ...field, name }, ...list.slice(at)];
  });
  return { model: changed, index: at };
}

/** Adds a relation to an entity, named after its target unless it has a name. */
export function addRelation(
  model: DraftModel,
  entityIndex: number,
  relation: { target: string; name?: string } & JsonObject,
): { model: DraftModel; index: number } {
  const entity = entitiesOf(model)[entityIndex] ?? {};
  const relations = listAt(entity, 'relations');
  const taken = [
    ...listAt(entity, 'fields').map(field => textAt(field, 'name')),
    ...relations.map(item => textAt(item, 'name')),
  ];
  const { name = relationName(relation.target), ...rest } = relation;
  return {
    model: insertAt(model, ['entities', entityIndex, 'relations'], {
      name: freeName(name, taken),
      kind: 'manyToOne',
      ...rest,
    }),
    index: relations.length,
  };
}

/** `OrderItem` gives `orderItem`. */
function relationName(target: string): string {
  const words = target.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words
    .map((word, index) =>
      index === 0 ? word : word[0].toUpperCase() + word.slice(1),
    )
    .join('');
  return joined === '' ? 'relation' : joined[0].toLowerCase() + joined.slice(1);
}

/** The name, or the name with the first number that makes it differ from all others. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(normalise));
  if (!used.has(normalise(name))) {
    return name;
  }
  for (let number = 2; ; number += 1) {
    const candidate = `${name}${number}`;
    if (!used.has(normalise(candidate))) {
      return candidate;
    }
  }
}

/** Names that differ in case and separators only are the same to a service. */
function normalise(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function namesIn(list: readonly (JsonValue | undefined)[]): string[] {
  return list.filter(isObject).map(item => textAt(item, 'name'));
}

function mapRelations(
  model: DraftModel,
  map: (relation: JsonObject) => JsonObject | undefined,
): DraftModel {
  return entitiesOf(model).reduce<DraftModel>((result, _, index) => {
    return updateAt(result, ['entities', index, 'relations'], value => {
      if (!Array.isArray(value)) {
        return value;
      }
      const mapped = value.map(item => (isObject(item) ? map(item) : item));
      return mapped.every((item, at) => item === value[at])
        ? value
        : mapped.filter(item => item !== undefined);
    });
  }, model);
}
