import {
  relationWireName,
  type OnDelete,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity } from '../build';
import {
  argumentOf,
  attributeOf,
  keyFields,
  relationFields,
  relationName,
} from './attributes';
import type { Source, SourceField, SourceModel } from './Source';

/** Every model that became an entity. */
export type Entities = ReadonlyMap<string, DraftEntity>;

const ON_DELETE = new Map<string, OnDelete>([
  ['Cascade', 'cascade'],
  ['SetNull', 'setNull'],
  ['Restrict', 'restrict'],
  ['NoAction', 'restrict'],
  ['SetDefault', 'restrict'],
]);

/** The fields of a model that refer to models. */
export function referencesOf(
  model: SourceModel,
  source: Source,
): SourceField[] {
  return [...model.fields.values()].filter(
    ({ type }) => type !== undefined && source.models.has(type),
  );
}

/** The same relation seen from its target. */
function oppositeOf(
  model: SourceModel,
  field: SourceField,
  source: Source,
): SourceField | undefined {
  const target = source.models.get(field.type ?? '');
  const name = relationName(field);
  return [...(target?.fields.values() ?? [])].find(
    other =>
      other.type === model.name &&
      other !== field &&
      relationName(other) === name,
  );
}

function isUnique(model: SourceModel, name: string): boolean {
  const field = model.fields.get(name);
  return (
    (field !== undefined &&
      (attributeOf(field, 'unique') ?? attributeOf(field, 'id')) !==
        undefined) ||
    model.attributes.some(attribute => {
      const kind = attribute.path.value.join('.');
      const columns = keyFields(attribute);
      return (
        (kind === 'unique' || kind === 'id') &&
        columns.length === 1 &&
        columns[0] === name
      );
    })
  );
}

/** Prisma clears an optional reference, and refuses to delete what a required one needs. */
function onDeleteOf(field: SourceField): OnDelete | undefined {
  const given = argumentOf(attributeOf(field, 'relation'), 'onDelete');
  if (given?.kind === 'path') return ON_DELETE.get(given.value.join('.'));
  return field.isOptional ? 'setNull' : undefined;
}

function addReference(
  entity: DraftEntity,
  model: SourceModel,
  field: SourceField,
  source: Source,
  target: DraftEntity,
): void {
  const [column] = relationFields(field);
  const opposite = oppositeOf(model, field, source);
  const wireName = relationWireName({ name: field.name, kind: 'manyToOne' });
  if (wireName !== column)
    entity.note(`It is called ${wireName} in the model.`, column, field.line);
  entity.relations.push({
    name: field.name,
    kind: isUnique(model, column) ? 'oneToOne' : 'manyToOne',
    target,
    required: !field.isOptional,
    onDelete: onDeleteOf(field),
    inverse: opposite?.name,
    description: field.description ?? model.fields.get(column)?.description,
    line: field.line,
  });
}

/** Makes relations of the fields of a model that refer to others, each from one of its sides. */
export function addRelations(
  entity: DraftEntity,
  model: SourceModel,
  source: Source,
  entities: Entities,
  done: Set<SourceField>,
): void {
  for (const field of referencesOf(model, source)) {
    const target = entities.get(field.type ?? '');
    const columns = relationFields(field);
    const opposite = oppositeOf(model, field, source);
    if (done.has(field)) continue;
    if (target === undefined) continue;
    if (field.isList) {
      if (opposite !== undefined && !opposite.isList) continue;
      if (opposite !== undefined) done.add(opposite);
      entity.relations.push({
        name: field.name,
        kind: 'manyToMany',
        target,
        inverse: opposite?.name,
        description: field.description,
        line: field.line,
      });
    } else if (columns.length === 1) {
      addReference(entity, model, field, source, target);
    } else if (columns.length > 1) {
      entity.note(
        `It refers to ${field.type} by ${columns.join(
          ', ',
        )}, and a relation refers to an id: it is left out, and they are fields.`,
        field.name,
        field.line,
      );
    } else if (opposite === undefined) {
      entity.note(
        `${field.type} does not refer back, so it is left out.`,
        field.name,
        field.line,
      );
    }
  }
}

/** The two references of a model that is nothing but pairs. */
export function pairOf(
  model: SourceModel,
  source: Source,
): [SourceField, SourceField] | undefined {
  const references = referencesOf(model, source);
  const columns = references.flatMap(relationFields);
  if (references.length !== 2 || columns.length !== 2) return undefined;
  const keys = [
    attributeOf(model, 'id'),
    ...model.attributes.filter(({ path }) => path.value[0] === 'unique'),
  ].map(key => [...keyFields(key)].sort().join(' '));
  const others = [...model.fields.values()].filter(
    field =>
      !references.includes(field) &&
      !columns.includes(field.name) &&
      !/^(?:created|updated|assigned)_?at$/i.test(field.name),
  );
  const isPair =
    others.length === 0 && keys.includes([...columns].sort().join(' '));
  return isPair ? [references[0], references[1]] : undefined;
}

/** Makes a relation of a model of pairs. */
export function addPair(
  model: SourceModel,
  [first, second]: [SourceField, SourceField],
  source: Source,
  entities: Entities,
): void {
  const from = entities.get(first.type ?? '');
  const to = entities.get(second.type ?? '');
  if (from === undefined || to === undefined) return;
  const name = oppositeOf(model, first, source)?.name ?? model.name;
  const inverse = oppositeOf(model, second, source)?.name;
  from.relations.push({
    name,
    kind: 'manyToMany',
    target: to,
    inverse,
    description: model.description,
    line: model.line,
  });
  from.note(
    `The model ${model.name} holds pairs only, and becomes the relation ${name} to ${second.type}.`,
    name,
    model.line,
  );
}

/** The fields that hold nothing but what a relation refers by. */
export function relationColumns(
  model: SourceModel,
  source: Source,
  entities: Entities,
): string[] {
  return referencesOf(model, source).flatMap(field => {
    const columns = relationFields(field);
    return columns.length === 1 && entities.has(field.type ?? '')
      ? columns
      : [];
  });
}
