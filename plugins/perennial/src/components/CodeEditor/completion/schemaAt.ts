import {
  modelJsonSchema,
  type JsonSchema,
} from '@perennial/plugin-perennial-common';
import { isObject } from '../../../draft/readDraft';

type Schema = Record<string, unknown>;

/** The part of the model's JSON Schema that a place in a model is described by. */
export function schemaAt(path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (schema, step) => follow(schema, step),
    resolve(modelJsonSchema),
  );
}

/** The properties that a mapping at a place can have, with their schemas. */
export function propertiesAt(
  path: readonly string[],
): readonly (readonly [string, Schema])[] {
  const properties = schemaAt(path)?.properties;
  return isObject(properties)
    ? Object.entries(properties).map(
        ([name, schema]) => [name, resolve(schema)] as const,
      )
    : [];
}

function follow(schema: Schema | undefined, step: string): Schema | undefined {
  if (!schema) {
    return undefined;
  }
  if (step === '[]') {
    return isObject(schema.items) ? resolve(schema.items) : undefined;
  }
  const { properties } = schema;
  return isObject(properties) && Object.hasOwn(properties, step)
    ? resolve(properties[step])
    : undefined;
}

/** What a `$ref` leads to, under what stands beside it. */
function resolve(schema: unknown): Schema {
  if (!isObject(schema)) {
    return {};
  }
  const { $ref, ...rest } = schema;
  if (typeof $ref !== 'string') {
    return schema;
  }
  const { $defs } = modelJsonSchema as JsonSchema & { $defs?: unknown };
  const name = $ref.replace('#/$defs/', '');
  const target =
    isObject($defs) && Object.hasOwn($defs, name) ? $defs[name] : undefined;
  return { ...resolve(target), ...rest };
}
