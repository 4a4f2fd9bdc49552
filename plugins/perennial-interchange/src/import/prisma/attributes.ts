import type {
  SchemaAttribute,
  SchemaExpression,
} from '@loancrate/prisma-schema-parser';

/** What bears attributes: a field, a model, a value of an enum. */
interface Attributed {
  attributes: SchemaAttribute[];
}

/** An attribute by its name: `unique`, `db.VarChar`. */
export function attributeOf(
  { attributes }: Attributed,
  name: string,
): SchemaAttribute | undefined {
  return attributes.find(({ path }) => path.value.join('.') === name);
}

/** An argument by its name, or the first without one. */
export function argumentOf(
  attribute: SchemaAttribute | undefined,
  name?: string,
): SchemaExpression | undefined {
  for (const argument of attribute?.args ?? []) {
    if (argument.kind === 'namedArgument') {
      if (argument.name.value === name) return argument.expression;
    } else if (name === undefined) return argument;
  }
  return undefined;
}

/** The fields that an attribute lists: `[a, b(sort: Desc)]`. */
export function listedFields(
  expression: SchemaExpression | undefined,
): string[] {
  if (expression?.kind === 'path') return [expression.value.join('.')];
  if (expression?.kind === 'functionCall')
    return [expression.path.value.join('.')];
  if (expression?.kind !== 'array') return [];
  return expression.items.flatMap(listedFields);
}

/** A literal text of an attribute, such as the name of a relation. */
export function textOf(
  expression: SchemaExpression | undefined,
): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}

/** The fields of a key or an index of a model, such as `@@id([a, b])`. */
export function keyFields(attribute: SchemaAttribute | undefined): string[] {
  return listedFields(argumentOf(attribute) ?? argumentOf(attribute, 'fields'));
}

/** The fields that a relation keeps in its own model; empty on the other side. */
export function relationFields(field: Attributed): string[] {
  return listedFields(argumentOf(attributeOf(field, 'relation'), 'fields'));
}

/** The name that both sides of a relation share. */
export function relationName(field: Attributed): string | undefined {
  const relation = attributeOf(field, 'relation');
  return textOf(argumentOf(relation) ?? argumentOf(relation, 'name'));
}
