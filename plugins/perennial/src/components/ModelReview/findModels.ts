import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import {
  validateModel,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { ModelApi } from './describeEntities';
import { isModelField } from './modelFields';

/** A model among the values of a form. */
export interface FormModel {
  key: string;
  title: string;
  model: ModelDocument;
  api: ModelApi;
}

/** What composes a schema from parts that say something about the same object. */
const COMPOSITION = [
  'allOf',
  'anyOf',
  'dependencies',
  'else',
  'if',
  'oneOf',
  'then',
];

/**
 * The valid models among the values of a form: those of a field for models
 * that the template does not keep from the review.
 */
export function findModels({
  formState,
  schemas,
}: ReviewStateProps): FormModel[] {
  const properties = schemas.flatMap(step =>
    modelProperties(step.mergedSchema),
  );
  return Object.entries(formState).flatMap(([key, value]) => {
    const schema = properties.find(property => property.key === key)?.schema;
    if (!schema || isHidden(schema) || !isValid(value, schema)) {
      return [];
    }
    const title = typeof schema.title === 'string' ? schema.title : key;
    const api =
      optionsOf(schema).api === 'adminServer' ? 'adminServer' : 'service';
    return [{ key, title, model: value as unknown as ModelDocument, api }];
  });
}

function modelProperties(
  schema: JsonValue | undefined,
): { key: string; schema: JsonObject }[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(modelProperties);
  }
  if (!isObject(schema)) {
    return [];
  }
  const { properties } = schema;
  const own = Object.entries(isObject(properties) ? properties : {}).flatMap(
    ([key, property]) =>
      isObject(property) && isModelField(property['ui:field'])
        ? [{ key, schema: property }]
        : [],
  );
  const composed = COMPOSITION.flatMap(keyword => {
    const part = schema[keyword];
    return keyword === 'dependencies' && isObject(part)
      ? Object.values(part).flatMap(modelProperties)
      : modelProperties(part);
  });
  return [...own, ...composed];
}

/** `ui:backstage: { review: { show: false } }`. */
function isHidden(schema: JsonObject): boolean {
  const options = schema['ui:backstage'];
  const review = isObject(options) ? options.review : undefined;
  return isObject(review) && review.show === false;
}

function isValid(value: JsonValue | undefined, schema: JsonObject): boolean {
  const database =
    optionsOf(schema).database === 'mongo' ? 'mongo' : 'postgres';
  return isObject(value) && validateModel(value, { database }).length === 0;
}

function optionsOf(schema: JsonObject): JsonObject {
  const options = schema['ui:options'];
  return isObject(options) ? options : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
