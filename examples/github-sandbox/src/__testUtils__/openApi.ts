import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import description from '../../openapi/github.json';

interface Responses {
  [status: string]: { schema?: object };
}

const paths = description.paths as Record<string, Record<string, Responses>>;

/** OpenAPI 3.0 says `nullable`, JSON Schema a union; references need the whole document's name. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(toJsonSchema);
  }
  if (!node || typeof node !== 'object') {
    return node;
  }
  const { nullable, ...rest } = node as Record<string, unknown>;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, value]) =>
      key === '$ref'
        ? [key, `github${value}`]
        : // The alternatives of GitHub's description overlap: errors of all kinds
          // fit its basic error, so that "exactly one" can never hold.
          [key === 'oneOf' ? 'anyOf' : key, toJsonSchema(value)],
    ),
  );
  if (nullable !== true) {
    // A property that is itself named "nullable" holds a schema.
    return nullable === undefined || nullable === false
      ? schema
      : { ...schema, nullable: toJsonSchema(nullable) };
  }
  return { anyOf: [schema, { type: 'null' }] };
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
ajv.addFormat('repo.nwo', true);
ajv.addSchema(
  { $id: 'github', components: { schemas: toJsonSchema(description.schemas) } },
  'github',
);
const compiled = new Map<string, ValidateFunction>();

/** Checks an answer against GitHub's OpenAPI description; throws with all that is wrong. */
export function checkAnswer(
  method: string,
  template: string,
  answer: { status: number; body: unknown },
): void {
  const name = `${method} ${template} ${answer.status}`;
  const responses = paths[template]?.[method.toLowerCase()];
  if (!responses) {
    throw new Error(`GitHub's description has no ${method} ${template}`);
  }
  const response = responses[answer.status];
  if (!response) {
    throw new Error(
      `GitHub's description has no ${name}, only ${Object.keys(responses)}`,
    );
  }
  if (!response.schema) {
    return;
  }
  let validate = compiled.get(name);
  if (!validate) {
    validate = ajv.compile(toJsonSchema(response.schema) as object);
    compiled.set(name, validate);
  }
  if (!validate(answer.body)) {
    const problems = (validate.errors ?? [])
      .slice(0, 8)
      .map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    throw new Error(`${name}:\n  ${problems.join('\n  ')}`);
  }
}
