import type {
  EntityReference,
  IdType,
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { fieldChecks } from './checks';
import { identifier, numberLiteral, valueLiteral } from './literals';

/** A column, ready to be written into its table. */
export interface Column {
  name: string;
  /** Type and constraints. */
  definition: string;
  description: string;
}

function columnType(field: ResolvedField): string {
  switch (field.type) {
    case 'string':
    case 'email':
    case 'uri':
      return `varchar(${field.maxLength})`;
    case 'enum':
      return 'varchar(255)';
    case 'bigInteger':
      return 'bigint';
    case 'number':
      return 'double precision';
    case 'decimal':
      return `numeric(${field.precision}, ${field.scale})`;
    case 'dateTime':
      return 'timestamptz';
    case 'array':
    case 'object':
      return 'json';
    default:
      return field.type;
  }
}

function idColumnType(id: IdType): string {
  return id === 'integer' ? 'integer' : 'uuid';
}

/** The column of a reference to a row. */
export function referenceType(target: EntityReference): string {
  return idColumnType(target.id);
}

const NUMBERS = new Set(['integer', 'bigInteger', 'number', 'decimal']);

function defaultOf(field: ResolvedField): string[] {
  if (!field.hasDefault) return [];
  const literal = NUMBERS.has(field.type)
    ? numberLiteral(field.default)
    : valueLiteral(
        field.type === 'json' ? JSON.stringify(field.default) : field.default,
      );
  return [`DEFAULT ${literal}`];
}

function fieldColumn(field: ResolvedField): Column {
  return {
    name: field.column,
    definition: [
      columnType(field),
      ...(field.required ? ['NOT NULL'] : []),
      ...defaultOf(field),
      ...fieldChecks(field).map(check => `CHECK (${check})`),
    ].join(' '),
    description: field.description,
  };
}

function builtIn(name: string, definition: string): Column {
  return { name, definition, description: '' };
}

/** The columns of an entity's table, in the order of the services' migrations. */
export function entityColumns(entity: ResolvedEntity): Column[] {
  const references = entity.relations.filter(
    ({ kind }) => kind !== 'manyToMany',
  );
  return [
    builtIn('id', `${entity.id === 'integer' ? 'serial' : 'uuid'} PRIMARY KEY`),
    ...entity.fields.map(fieldColumn),
    ...references.map(relation => ({
      name: relation.column,
      definition: `${referenceType(relation.target)}${
        relation.required ? ' NOT NULL' : ''
      }`,
      description: relation.description,
    })),
    ...(entity.owned ? [builtIn('owner_id', 'varchar(255) NOT NULL')] : []),
    ...(entity.timestamps
      ? [
          builtIn('created_at', 'timestamptz NOT NULL'),
          builtIn('updated_at', 'timestamptz NOT NULL'),
        ]
      : []),
    ...(entity.softDelete ? [builtIn('deleted_at', 'timestamptz')] : []),
  ];
}

/** A line of a CREATE TABLE. */
export function columnLine({ name, definition }: Column): string {
  return `${identifier(name)} ${definition}`;
}
