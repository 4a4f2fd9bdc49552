import type {
  EntityDocument,
  FieldDocument,
  ItemsDocument,
  ModelDocument,
  RelationDocument,
} from '@perennial/plugin-perennial-common';
import type { ImportNote } from '../import';

function typeOf({ type, items, fields, ...rest }: ItemsDocument): string {
  const { description: _description, examples: _examples, ...more } = rest;
  const inner = [
    ...(items ? [typeOf(items)] : []),
    ...(fields ?? []).map(fieldLine),
    ...Object.entries(more).map(
      ([name, value]) => `${name} ${JSON.stringify(value)}`,
    ),
  ];
  return inner.length === 0 ? type : `${type}(${inner.join(', ')})`;
}

function fieldLine({ name, required, ...value }: FieldDocument): string {
  return `${name}${required ? '!' : ''}: ${typeOf(value)}`;
}

const ARROWS = { manyToOne: '->', oneToOne: '--', manyToMany: '>>' };

function relationLine(relation: RelationDocument): string {
  const { name, kind, target, required, inverse, onDelete } = relation;
  return [
    `${name}${required ? '!' : ''} ${ARROWS[kind]} ${target}`,
    ...(inverse === undefined ? [] : [`(${inverse})`]),
    ...(onDelete === undefined ? [] : [onDelete]),
  ].join(' ');
}

function entityLines(entity: EntityDocument): string[] {
  const { name, fields = [], relations = [], ...rest } = entity;
  const { description: _description, ...more } = rest;
  return [
    [
      name,
      ...Object.entries(more).map(([key, value]) => `${key}=${value}`),
    ].join(' '),
    ...fields.map(field => `  ${fieldLine(field)}`),
    ...relations.map(relation => `  ${relationLine(relation)}`),
  ];
}

/** A model on few lines, for tests to compare. `!` is required, `>>` manyToMany. */
export function outline(model: ModelDocument): string[] {
  return model.entities.flatMap(entityLines);
}

/** A note on one line. */
export function noteLine({ place, line, message }: ImportNote): string {
  return `${place}${line === undefined ? '' : ` (${line})`}: ${message}`;
}
