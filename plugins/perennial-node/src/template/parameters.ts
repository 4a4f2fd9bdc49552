import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { isObject } from './json';
import type { Template } from './types';

/** Keywords under which a schema can hold the properties of a page. */
const BRANCHES = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependencies'];

/**
 * Checks parameters against the form of a template and fills in its defaults.
 * `ui:` keys are ignored, and so is that a repository is required: rendering
 * needs none.
 *
 * @public
 */
export function checkParameters(options: {
  template: Template;
  parameters: JsonObject;
}): JsonObject {
  const pages = [options.template.document.spec.parameters ?? []].flat();
  const known = new Set<string>();
  pages.forEach(page => collectProperties(page, known));
  refuseUnknown(options.parameters, known);
  const checker = new Ajv({
    allErrors: true,
    coerceTypes: true,
    logger: false,
    strict: false,
    useDefaults: true,
    verbose: true,
  });
  addFormats(checker);
  const parameters = JSON.parse(
    JSON.stringify(options.parameters),
  ) as JsonObject;
  const problems = pages.flatMap(page => {
    const validate = checker.compile(withoutRepository(page));
    return validate(parameters) ? [] : validate.errors ?? [];
  });
  if (problems.length > 0) {
    const list = problems.map(problem => `  - ${describe(problem)}`);
    throw new InputError(
      `The values do not fit the template '${
        options.template.document.metadata.name
      }':\n${[...new Set(list)].join('\n')}`,
    );
  }
  return parameters;
}

/** Names of the parameters that hold a repository's address. */
export function repositoryParameters(template: Template): string[] {
  const pages = [template.document.spec.parameters ?? []].flat();
  return pages.flatMap(page =>
    Object.entries((page.properties ?? {}) as JsonObject)
      .filter(([, schema]) => isRepository(schema))
      .map(([name]) => name),
  );
}

function isRepository(schema: JsonValue | undefined): boolean {
  return isObject(schema) && schema['ui:field'] === 'RepoUrlPicker';
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
  known: Set<string>,
): void {
  if (Array.isArray(schema)) {
    schema.forEach(item => collectProperties(item, known));
  } else if (isObject(schema)) {
    if (isObject(schema.properties)) {
      Object.keys(schema.properties).forEach(name => known.add(name));
    }
    for (const branch of BRANCHES) {
      const value = schema[branch];
      collectProperties(
        branch === 'dependencies' && isObject(value)
          ? (Object.values(value) as JsonValue[])
          : value,
        known,
      );
    }
  }
}

function refuseUnknown(parameters: JsonObject, known: Set<string>): void {
  const unknown = Object.keys(parameters).filter(name => !known.has(name));
  if (unknown.length > 0) {
    throw new InputError(
      `The template has no parameter '${unknown.join("', '")}'. It has: ${[
        ...known,
      ].join(', ')}.`,
    );
  }
}

function describe(problem: ErrorObject): string {
  const own: unknown = problem.parentSchema?.errorMessage;
  const name = problem.instancePath.slice(1).replaceAll('/', '.');
  if (problem.keyword === 'required') {
    const missing = [name, problem.params.missingProperty].filter(Boolean);
    return `${missing.join('.')} is missing`;
  }
  const message =
    (typeof own === 'string' && own) ||
    (isRecord(own) && own[problem.keyword]) ||
    detail(problem);
  return name ? `${name}: ${message}` : `${message}`;
}

function detail(problem: ErrorObject): string {
  const allowed: unknown = problem.params.allowedValues;
  return Array.isArray(allowed)
    ? `must be one of ${allowed.join(', ')}`
    : problem.message ?? 'is not valid';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
