import type { JsonObject, JsonValue } from '@backstage/types';
import { fieldOf } from './form';
import { isObject } from './json';

/** Entities that the pickers of Backstage's forms answer with. */
const PICKED: Record<string, string> = {
  EntityPicker: 'component',
  MultiEntityPicker: 'component',
  MyGroupsPicker: 'group',
  OwnedEntityPicker: 'component',
  OwnerPicker: 'group',
};

const FORMATTED: Record<string, string> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  email: 'someone@example.com',
  hostname: 'example.com',
  time: '12:00:00Z',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
};

const MAXIMUM_DEPTH = 5;

/** Values that may fit a parameter, the likeliest first. The same every time. */
export function standIns(
  name: string,
  schemas: JsonValue[],
  depth = 0,
): JsonValue[] {
  return schemas.flatMap(schema =>
    isObject(schema)
      ? [...toldBySchema(schema), ...ofType(name, schema, depth)]
      : ['example'],
  );
}

/** What the template's author gives as a value. */
function toldBySchema(schema: JsonObject): JsonValue[] {
  const branches = [schema.oneOf, schema.anyOf].flatMap(it =>
    Array.isArray(it) ? it : [],
  );
  return [
    schema.default,
    schema.const,
    ...list(schema.enum),
    ...branches.map(it => (isObject(it) ? it.const : undefined)),
    ...list(schema.examples),
    schema['ui:placeholder'],
  ].filter(it => it !== undefined);
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function ofType(name: string, schema: JsonObject, depth: number): JsonValue[] {
  switch (schema.type) {
    case 'number':
    case 'integer':
      return numbers(schema);
    case 'boolean':
      return [false, true];
    case 'array':
      return arrays(name, schema, depth);
    case 'object':
      return objects(schema, depth);
    default:
      return texts(name, schema);
  }
}

function texts(name: string, schema: JsonObject): JsonValue[] {
  const options = isObject(schema['ui:options']) ? schema['ui:options'] : {};
  const kind = PICKED[fieldOf(schema) ?? ''];
  const picked = kind && `${options.defaultKind ?? kind}:default/example`;
  const formatted = FORMATTED[`${schema.format}`];
  const length = Math.min(Number(schema.minLength) || 0, 1000);
  return [
    ...(picked ? [picked.toLowerCase()] : []),
    ...(formatted ? [formatted] : []),
    `example-${kebab(name)}`,
    'example',
    'Example',
    'EXAMPLE',
    'x'.repeat(Math.max(1, length)),
    '1'.repeat(Math.max(1, length)),
  ];
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

function numbers(schema: JsonObject): JsonValue[] {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } =
    schema;
  const bounds = [
    minimum,
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined,
    maximum,
    typeof exclusiveMaximum === 'number' ? exclusiveMaximum - 1 : undefined,
    multipleOf,
  ];
  return [1, 0, ...bounds.filter(it => typeof it === 'number')];
}

function arrays(name: string, schema: JsonObject, depth: number): JsonValue[] {
  const count = Math.min(Number(schema.minItems) || 0, 100);
  if (count === 0 || depth >= MAXIMUM_DEPTH) {
    return [[]];
  }
  const items = standIns(name, [schema.items ?? true], depth + 1);
  // Items may have to differ.
  return [items.slice(0, count), ...items.map(it => Array(count).fill(it))];
}

function objects(schema: JsonObject, depth: number): JsonValue[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  if (depth >= MAXIMUM_DEPTH) {
    return [{}];
  }
  const members = list(schema.required).flatMap(name => {
    const [value] =
      typeof name === 'string'
        ? standIns(name, [properties[name] ?? true], depth + 1)
        : [];
    return value === undefined ? [] : [[name, value]];
  });
  return [Object.fromEntries(members) as JsonObject];
}
