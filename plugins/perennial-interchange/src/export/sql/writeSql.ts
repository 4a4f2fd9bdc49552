import type {
  EntityReference,
  ResolvedEntity,
  ResolvedModel,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { columnLine, entityColumns, referenceType } from './columns';
import { identifier, textLiteral } from './literals';

type JoinTable = NonNullable<ResolvedRelation['join']>;

function createTable(name: string, lines: string[]): string {
  return `CREATE TABLE ${identifier(name)} (\n  ${lines.join(',\n  ')}\n);`;
}

function joinTableOf(
  entity: ResolvedEntity,
  { join, target }: ResolvedRelation,
): string[] {
  if (join === undefined) return [];
  const columns = [join.sourceColumn, join.targetColumn].map(identifier);
  return [
    createTable(join.table, [
      `${columns[0]} ${referenceType(entity)} NOT NULL`,
      `${columns[1]} ${referenceType(target)} NOT NULL`,
      `PRIMARY KEY (${columns.join(', ')})`,
    ]),
  ];
}

function comments(entity: ResolvedEntity): string[] {
  const table = identifier(entity.table);
  const lines = entityColumns(entity)
    .filter(({ description }) => description !== '')
    .map(
      ({ name, description }) =>
        `COMMENT ON COLUMN ${table}.${identifier(name)} IS ${textLiteral(
          description,
        )};`,
    );
  return entity.description === ''
    ? lines
    : [
        `COMMENT ON TABLE ${table} IS ${textLiteral(entity.description)};`,
        ...lines,
      ];
}

interface Index {
  name: string;
  table: string;
  column: string;
  unique?: boolean;
  /** Rows that were deleted do not count. */
  partial?: boolean;
}

function createIndex(index: Index): string {
  const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
  const where =
    index.unique && index.partial ? ' WHERE deleted_at IS NULL' : '';
  return `CREATE ${kind} ${identifier(index.name)} ON ${identifier(
    index.table,
  )} (${identifier(index.column)})${where};`;
}

/** As the migrations of the services name it. */
function ownerIndexName(table: string): string {
  return table.length < 50 ? `${table}_owner_id_idx` : `owner_${table}`;
}

function indexes(entity: ResolvedEntity): string[] {
  const { table, softDelete: partial } = entity;
  const found: Index[] = [
    ...entity.fields
      .filter(({ unique, index }) => unique || index)
      .map(({ unique, uniqueName, indexName, column }) => ({
        name: unique ? uniqueName : indexName,
        ...{ table, column, unique, partial },
      })),
    ...entity.relations.map(({ indexName: name, column, unique, join }) =>
      join
        ? { name, table: join.table, column: join.targetColumn }
        : { name, table, column, unique, partial },
    ),
    ...(entity.owned
      ? [{ name: ownerIndexName(table), table, column: 'owner_id' }]
      : []),
  ];
  return found.map(createIndex);
}

const ON_DELETE = {
  cascade: 'CASCADE',
  restrict: 'RESTRICT',
  setNull: 'SET NULL',
};

function reference(
  table: string,
  column: string,
  target: EntityReference,
  onDelete: ResolvedRelation['onDelete'],
  name?: string,
): string {
  const constraint = name ? `CONSTRAINT ${identifier(name)} ` : '';
  return `ALTER TABLE ${identifier(table)}
  ADD ${constraint}FOREIGN KEY (${identifier(column)})
  REFERENCES ${identifier(target.table)} (id) ON DELETE ${
    ON_DELETE[onDelete]
  };`;
}

function joinReferences(
  join: JoinTable,
  source: EntityReference,
  relation: ResolvedRelation,
): string[] {
  const { target, foreignKeyName } = relation;
  return [
    reference(join.table, join.sourceColumn, source, 'cascade', foreignKeyName),
    reference(join.table, join.targetColumn, target, 'cascade'),
  ];
}

function references(entity: ResolvedEntity): string[] {
  return entity.relations.flatMap(relation => {
    const { join, column, target, onDelete, foreignKeyName } = relation;
    return join
      ? joinReferences(join, entity, relation)
      : [reference(entity.table, column, target, onDelete, foreignKeyName)];
  });
}

/**
 * The tables that the migrations of a service on PostgreSQL create. Foreign
 * keys come last, because entities may refer to each other in cycles. What a
 * service checks by itself stands here as CHECKs.
 */
export function writeSql({ entities }: ResolvedModel): string {
  const tables = entities.flatMap(entity => [
    createTable(entity.table, entityColumns(entity).map(columnLine)),
    ...entity.relations.flatMap(relation => joinTableOf(entity, relation)),
  ]);
  const rest = [
    entities.flatMap(comments),
    entities.flatMap(indexes),
    entities.flatMap(references),
  ].filter(statements => statements.length > 0);
  return `${[...tables, ...rest.map(lines => lines.join('\n'))].join(
    '\n\n',
  )}\n`;
}
