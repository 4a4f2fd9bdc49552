import type { ResolvedEntity, ResolvedField } from '../resolve/types';
import type { JsonObject, JsonSchema } from '../wire/types';
import { reference } from './components';

const COMPARISONS = [
  ['gt', 'greater than'],
  ['gte', 'greater than or equal to'],
  ['lt', 'less than'],
  ['lte', 'less than or equal to'],
] as const;

function sortParameter(entity: ResolvedEntity): JsonObject {
  const names = entity.sortable.join('|');
  return {
    name: 'sort',
    in: 'query',
    description:
      'Names to sort by, separated by commas; a minus before a name turns its order round.',
    schema: { type: 'string', pattern: `^-?(?:${names})(?:,-?(?:${names}))*$` },
    example: entity.timestamps ? '-created_at' : 'id',
  };
}

function query(
  name: string,
  description: string,
  schema: JsonSchema,
  isList = false,
): JsonObject {
  return {
    name,
    in: 'query',
    description,
    schema,
    ...(isList ? { style: 'form', explode: true } : {}),
  };
}

function equality(name: string, schema: JsonSchema): JsonObject[] {
  return [
    query(name, `Answers the rows whose ${name} is this.`, schema),
    query(
      `${name}[in]`,
      `Answers the rows whose ${name} is one of these.`,
      { type: 'array', minItems: 1, items: schema },
      true,
    ),
  ];
}

function fieldParameters(field: ResolvedField): JsonObject[] {
  if (!field.filterable) return [];
  const parameters = equality(field.name, field.schema);
  if (!field.comparable) return parameters;
  return [
    ...parameters,
    ...COMPARISONS.map(([operator, words]) =>
      query(
        `${field.name}[${operator}]`,
        `Answers the rows whose ${field.name} is ${words} this.`,
        field.schema,
      ),
    ),
  ];
}

/**
 * The parameters of a list request. A filter takes the values that the field
 * takes, so a value that no row can have is malformed (422) and not an empty list.
 */
export function listParameters(entity: ResolvedEntity): JsonObject[] {
  return [
    reference('parameters', 'Page'),
    reference('parameters', 'Limit'),
    sortParameter(entity),
    ...(entity.searchable.length > 0
      ? [reference('parameters', 'Search')]
      : []),
    ...entity.fields.flatMap(fieldParameters),
    ...entity.relations
      .filter(relation => relation.kind !== 'manyToMany')
      .flatMap(relation => equality(relation.wireName, relation.schema)),
  ];
}
