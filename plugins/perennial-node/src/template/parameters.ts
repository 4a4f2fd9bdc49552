import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ErrorObject } from 'ajv';
import { Form, collectParameters } from './form';
import type { TemplateDocument } from './types';

/**
 * Checks parameters against the form of a template and fills in its defaults.
 * `ui:` keys are ignored, and so is that a repository is required: rendering
 * needs none.
 *
 * @public
 */
export function checkParameters(options: {
  document: TemplateDocument;
  parameters: JsonObject;
}): JsonObject {
  const { document } = options;
  refuseUnknown(options.parameters, [...collectParameters(document).keys()]);
  const parameters = JSON.parse(
    JSON.stringify(options.parameters),
  ) as JsonObject;
  const problems = new Form(document).check(parameters);
  if (problems.length > 0) {
    const list = problems.map(problem => `  - ${describe(problem)}`);
    throw new InputError(
      `The values do not fit the template '${document.metadata.name}':\n${[
        ...new Set(list),
      ].join('\n')}`,
    );
  }
  return parameters;
}

function refuseUnknown(parameters: JsonObject, known: string[]): void {
  const unknown = Object.keys(parameters).filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      `The template has no parameter '${unknown.join(
        "', '",
      )}'. It has: ${known.join(', ')}.`,
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
