import type { RelationDocument } from '../model/types';
import { commentText } from '../naming/comment';
import { databaseName, memberForms } from '../naming/identifiers';
import { singularName } from '../naming/plural';
import { formsOfWords, nameForms, splitWords } from '../naming/words';
import { idSchema } from '../wire/schemaParts';
import type { JsonSchema } from '../wire/types';
import type { EntityReference, ResolvedRelation } from './types';
import { relationWireName } from './wireNames';

/** The names in the database that belong to a relation. */
export function relationTables(
  source: { table: string; snake: string },
  relation: Pick<RelationDocument, 'name' | 'kind'>,
): { column: string; join?: NonNullable<ResolvedRelation['join']> } {
  const snake = nameForms(relation.name).snake;
  if (relation.kind !== 'manyToMany') return { column: `${snake}_id` };
  const singular = nameForms(singularName(relation.name)).snake;
  const sourceColumn = databaseName(source.snake, 'id');
  const targetColumn =
    singular === source.snake
      ? databaseName('related', singular, 'id')
      : databaseName(singular, 'id');
  const table = databaseName(source.table, snake);
  return {
    column: `${singular}_ids`,
    join: {
      table,
      sourceColumn,
      targetColumn,
      pascal: formsOfWords(splitWords(`${source.snake}_${snake}_link`)).pascal,
    },
  };
}

function relationSchema(
  relation: RelationDocument,
  target: EntityReference,
): JsonSchema {
  const id = idSchema(target.id);
  return relation.kind === 'manyToMany'
    ? { type: 'array', uniqueItems: true, items: id }
    : id;
}

/** Resolves a relation on its declaring side. */
export function resolveRelation(
  relation: RelationDocument,
  source: EntityReference,
  target: EntityReference,
  inverse: string,
): ResolvedRelation {
  const names = memberForms(relation.name);
  const many = relation.kind === 'manyToMany';
  const wireName = relationWireName(relation);
  const description = relation.description ?? '';
  const { column, join } = relationTables(source, relation);
  const { identifier, ...inverseForms } = memberForms(inverse);
  return {
    key: relation.key ?? nameForms(relation.name).snake,
    name: relation.name,
    ...names,
    kind: relation.kind,
    description,
    comment: commentText(description),
    target,
    self: target === source,
    required: relation.required ?? false,
    unique: relation.kind === 'oneToOne',
    onDelete: many ? 'cascade' : relation.onDelete ?? 'restrict',
    wireName,
    attribute: memberForms(wireName).identifier,
    column,
    inverse: {
      ...inverseForms,
      name: identifier,
      many: relation.kind !== 'oneToOne',
    },
    ...(join === undefined ? {} : { join }),
    deferred: target.order >= source.order,
    foreignKeyName: databaseName(
      join?.table ?? source.table,
      join?.sourceColumn ?? column,
      'fkey',
    ),
    indexName: databaseName(
      join?.table ?? source.table,
      join?.targetColumn ?? column,
      'idx',
    ),
    schema: relationSchema(relation, target),
  };
}
