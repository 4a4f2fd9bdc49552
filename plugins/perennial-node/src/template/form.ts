import type { JsonObject, JsonValue } from '@backstage/types';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isObject } from './json';
import type { TemplateDocument } from './types';

/** Keywords under which a schema can hold the properties of a page. */
const BRANCHES = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependencies'];
/** The fields that edit a model. */
const MODEL_FIELDS = ['ModelDesigner', 'ModelEditor'];
/** The parameter that holds the model where no field says so. */
const MODEL_PARAMETER = 'model';

/** The pages of a template's form. */
export function pagesOf({ spec }: TemplateDocument): JsonObject[] {
  return [spec.parameters ?? []].flat();
}

/**
 * The form of a template, to check answers with. `ui:` keys are ignored, and so is
 * that a repository is required: rendering needs none.
 */
export class Form {
  readonly #pages: ValidateFunction[];

  constructor(document: TemplateDocument) {
    const checker = new Ajv({
      allErrors: true,
      coerceTypes: true,
      logger: false,
      strict: false,
      useDefaults: true,
      verbose: true,
    });
    addFormats(checker);
    this.#pages = pagesOf(document).map(page =>
      checker.compile(withoutRepository(page)),
    );
  }

  /** What is wrong with answers, which get defaults and types as the form says. */
  check(answers: JsonObject): ErrorObject[] {
    return this.#pages.flatMap(validate =>
      validate(answers) ? [] : validate.errors ?? [],
    );
  }
}

/** Each parameter of the form with its schemas: branches of a page may differ in them. */
export function collectParameters(
  document: TemplateDocument,
): Map<string, JsonValue[]> {
  const found = new Map<string, JsonValue[]>();
  pagesOf(document).forEach(page => collectProperties(page, found));
  return found;
}

/** Names of the parameters that hold a repository's address. */
export function repositoryParameters(document: TemplateDocument): string[] {
  return pagesOf(document).flatMap(page =>
    Object.entries((page.properties ?? {}) as JsonObject)
      .filter(([, schema]) => isRepository(schema))
      .map(([name]) => name),
  );
}

/**
 * Name of the parameter that holds the model.
 *
 * @public
 */
export function modelParameter(document: TemplateDocument): string {
  for (const [name, schemas] of collectParameters(document)) {
    if (schemas.some(schema => MODEL_FIELDS.includes(fieldOf(schema) ?? ''))) {
      return name;
    }
  }
  return MODEL_PARAMETER;
}

/** The `ui:field` of a parameter. */
export function fieldOf(schema: JsonValue | undefined): string | undefined {
  const field = isObject(schema) ? schema['ui:field'] : undefined;
  return typeof field === 'string' ? field : undefined;
}

function isRepository(schema: JsonValue | undefined): boolean {
  return fieldOf(schema) === 'RepoUrlPicker';
}

function withoutRepository(page: JsonObject): JsonObject {
  if (!Array.isArray(page.required) || !isObject(page.properties)) {
    return page;
  }
  const { properties } = page;
  return {
    ...page,
    required: page.required.filter(
      name => typeof name !== 'string' || !isRepository(properties[name]),
    ),
  };
}

function collectProperties(
  schema: JsonValue | undefined,
  found: Map<string, JsonValue[]>,
): void {
  if (Array.isArray(schema)) {
    schema.forEach(item => collectProperties(item, found));
  } else if (isObject(schema)) {
    if (isObject(schema.properties)) {
      for (const [name, property] of Object.entries(schema.properties)) {
        found.set(name, [...(found.get(name) ?? []), property ?? true]);
      }
    }
    for (const branch of BRANCHES) {
      const value = schema[branch];
      collectProperties(
        branch === 'dependencies' && isObject(value)
          ? (Object.values(value) as JsonValue[])
          : value,
        found,
      );
    }
  }
}
