import { requestSchema } from '../wire/fieldSchema';
import {
  compact,
  describe,
  idSchema,
  nullable,
  withDefault,
} from '../wire/schemaParts';
import type { JsonObject, JsonSchema, JsonValue } from '../wire/types';
import type {
  EntityReference,
  ResolvedEntity,
  ResolvedField,
  ResolvedRelation,
} from './types';

type Members = Pick<ResolvedEntity, 'fields' | 'relations'>;

function object(
  properties: [string, JsonSchema][],
  required: string[],
): JsonSchema {
  return compact({
    type: 'object',
    additionalProperties: false,
    required: required.length > 0 ? required : undefined,
    properties: Object.fromEntries(properties),
  });
}

function fieldProperty(
  field: ResolvedField,
  schema: JsonSchema,
): [string, JsonSchema] {
  const valued = describe(
    field.required ? schema : nullable(schema),
    field.description,
  );
  return [field.name, withDefault(field, valued)];
}

function relationProperty(relation: ResolvedRelation): [string, JsonSchema] {
  const optional = relation.kind !== 'manyToMany' && !relation.required;
  return [
    relation.wireName,
    describe(
      optional ? nullable(relation.schema) : relation.schema,
      relation.description,
    ),
  ];
}

/** The object as answered: every member is there, null where it has no value. */
function readSchema(entity: EntityReference, members: Members): JsonSchema {
  const stamp: JsonSchema = {
    type: 'string',
    format: 'date-time',
    readOnly: true,
  };
  const properties: [string, JsonSchema][] = [
    ['id', { ...idSchema(entity.id), readOnly: true }],
    ...members.fields.map((field): [string, JsonSchema] =>
      fieldProperty(field, field.schema),
    ),
    ...members.relations.map(relationProperty),
    ...(entity.timestamps
      ? ([
          ['created_at', stamp],
          ['updated_at', stamp],
        ] as [string, JsonSchema][])
      : []),
  ];
  return object(
    properties,
    properties.map(([name]) => name),
  );
}

/** The body of POST and PUT. */
function createSchema(members: Members): JsonSchema {
  const required = [
    ...members.fields
      .filter(field => field.required && !field.hasDefault)
      .map(field => field.name),
    ...members.relations
      .filter(relation => relation.required)
      .map(relation => relation.wireName),
  ];
  return object(requestProperties(members), required);
}

/**
 * The body of PATCH, an RFC 7396 merge patch: every member may be left out. A
 * patch of an object field holds that object's required members.
 */
function updateSchema(members: Members): JsonSchema {
  const properties = requestProperties(members).map(
    ([name, schema]): [string, JsonSchema] => {
      const { default: _default, ...rest } = schema;
      return [name, rest];
    },
  );
  return object(properties, []);
}

function requestProperties(members: Members): [string, JsonSchema][] {
  return [
    ...members.fields.map((field): [string, JsonSchema] =>
      fieldProperty(field, requestSchema(field)),
    ),
    ...members.relations.map(relationProperty),
  ];
}

/** The schemas of an entity's object. */
export function entitySchemas(
  entity: EntityReference,
  members: Members,
): ResolvedEntity['schemas'] {
  return {
    read: readSchema(entity, members),
    create: createSchema(members),
    update: updateSchema(members),
  };
}

/** Two bodies for POST; a required reference is `{<target>}`, for whoever sends it to fill in. */
export function entityExamples(members: Members): JsonObject[] {
  return [0, 1].map(index => {
    const body: JsonObject = {};
    for (const field of members.fields) {
      if (field.examples.length > 0)
        body[field.name] = field.examples[
          index % field.examples.length
        ] as JsonValue;
    }
    for (const relation of members.relations) {
      if (relation.required)
        body[relation.wireName] = `{${relation.target.snake}}`;
    }
    return body;
  });
}
