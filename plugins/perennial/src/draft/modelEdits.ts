import { insertAt, removeAt, setAt, updateAt } from './edits';
import {
  entitiesOf,
  isObject,
  listAt,
  textAt,
  valueAtPointer,
} from './readDraft';
import type { DraftModel, JsonObject, JsonValue, Pointer } from './types';

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

/**
 * The relations that lead to an entity. None where it has no name, or shares
 * it: a relation is as likely meant for the other one.
 */
export function referencesTo(model: DraftModel, index: number): Pointer[] {
  const entities = entitiesOf(model);
  const name = textAt(entities[index] ?? {}, 'name');
  const isShared = entities.some(
    (entity, at) => at !== index && isSameName(textAt(entity, 'name'), name),
  );
  if (name === '' || isShared) {
    return [];
  }
  return entities.flatMap((entity, at) =>
    listAt(entity, 'relations').flatMap((relation, position): Pointer[] =>
      isSameName(textAt(relation, 'target'), name)
        ? [['entities', at, 'relations', position]]
        : [],
    ),
  );
}

/**
 * Names an entity anew, and with it the relations that lead to it. Whoever
 * hands on a name while it is typed keeps the `references` from before: on its
 * way a name may for a moment be that of another entity.
 */
export function renameEntity(
  model: DraftModel,
  index: number,
  name: string,
  references: readonly Pointer[] = referencesTo(model, index),
): DraftModel {
  const old = textAt(entitiesOf(model)[index] ?? {}, 'name');
  const renamed = setMember(model, ['entities', index, 'name'], name);
  return references.reduce(
    (result, pointer) =>
      updateAt(result, [...pointer, 'target'], target =>
        typeof target === 'string' && isSameName(target, old) ? name : target,
      ),
    renamed,
  );
}

/** Removes an entity, and with it every relation that leads to it. */
export function removeEntity(model: DraftModel, index: number): DraftModel {
  const gone = new Set(
    referencesTo(model, index).map(pointer => valueAtPointer(model, pointer)),
  );
  const without = entitiesOf(model).reduce<DraftModel>(
    (result, _, at) =>
      updateAt(result, ['entities', at, 'relations'], value =>
        Array.isArray(value) ? withoutItems(value, gone) : value,
      ),
    model,
  );
  return removeAt(without, ['entities', index]);
}

/** Adds a field with a name that is still free in its list, and tells where. */
export function addField(
  model: DraftModel,
  listPointer: Pointer,
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
  index?: number,
): { model: DraftModel; index: number } {
  const entity = entitiesOf(model)[entityIndex] ?? {};
  const { name = relationName(relation.target), ...rest } = relation;
  return {
    model: insertAt(
      model,
      ['entities', entityIndex, 'relations'],
      {
        name: freeName(name, memberNames(entity)),
        kind: 'manyToOne',
        ...rest,
      },
      index,
    ),
    index: index ?? listAt(entity, 'relations').length,
  };
}

/** Leads a relation to another entity; a name that it had from the old one follows. */
export function retargetRelation(
  model: DraftModel,
  pointer: Pointer,
  target: string,
): DraftModel {
  const relation = valueAtPointer(model, pointer);
  const old = isObject(relation) ? relation : {};
  const retargeted = setMember(model, [...pointer, 'target'], target);
  const name = textAt(old, 'name');
  if (!isRelationName(name, textAt(old, 'target'))) {
    return retargeted;
  }
  const entity = valueAtPointer(model, pointer.slice(0, 2));
  const others = isObject(entity) ? memberNames(entity) : [];
  return setMember(
    retargeted,
    [...pointer, 'name'],
    freeName(
      relationName(target),
      others.filter(other => other !== name),
    ),
  );
}

/**
 * Puts a member into a mapping, or an item into its place in a list. What
 * stands there instead of a mapping gives way to one.
 */
export function setMember(
  model: DraftModel,
  pointer: Pointer,
  value: JsonValue | undefined,
): DraftModel {
  const last = pointer.slice(-1);
  return typeof last[0] === 'number'
    ? setAt(model, pointer, value)
    : updateAt(model, pointer.slice(0, -1), parent =>
        setAt(isObject(parent) ? parent : {}, last, value),
      );
}

function memberNames(entity: JsonObject): string[] {
  return [...listAt(entity, 'fields'), ...listAt(entity, 'relations')].map(
    member => textAt(member, 'name'),
  );
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

/** Whether a relation has no other name than one that it got from its target. */
function isRelationName(name: string, target: string): boolean {
  const derived = relationName(target);
  return (
    name === '' ||
    (name.startsWith(derived) && /^\d*$/.test(name.slice(derived.length)))
  );
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

function isSameName(one: string, other: string): boolean {
  return (
    one === other ||
    (normalise(one) !== '' && normalise(one) === normalise(other))
  );
}

function namesIn(list: readonly (JsonValue | undefined)[]): string[] {
  return list.filter(isObject).map(item => textAt(item, 'name'));
}

/** The same list where nothing goes, and none where nothing remains. */
function withoutItems(
  list: JsonValue[],
  gone: ReadonlySet<JsonValue | undefined>,
): JsonValue[] | undefined {
  const rest = list.filter(item => !gone.has(item));
  if (rest.length === list.length) {
    return list;
  }
  return rest.length === 0 ? undefined : rest;
}
