import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { isObject } from '../runner/expect';
import { accepts, storable } from '../values/oracle';
import { ProblemError } from './ProblemError';
import type { ServiceRequest } from './types';

const LARGEST_BODY = 1024 * 1024;
const DEEPEST = 64;
const EMAIL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[^@\s]+$/;
const URI = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+[^\s]*$/i;

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  ownProperties: true,
});
addFormats(ajv);

const validators = new WeakMap<object, ValidateFunction>();

type Problem = { pointer: string; detail: string };

/** Reads a body in the order of the contract: 413, 415, 400, then 422. */
export function readBody(request: ServiceRequest): unknown {
  if (request.body.length > LARGEST_BODY) {
    throw new ProblemError(413);
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0].trim();
  const types =
    request.method === 'PATCH'
      ? ['application/json', 'application/merge-patch+json']
      : ['application/json'];
  if (!types.includes(type)) {
    throw new ProblemError(415);
  }
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(request.body);
    assertDepth(text);
    value = JSON.parse(text);
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError(400);
  }
  return value;
}

function assertDepth(text: string): void {
  let depth = 0;
  for (const character of text.replace(/"(?:[^"\\]|\\.)*"/g, '""')) {
    depth += '[{'.includes(character) ? 1 : 0;
    depth -= ']}'.includes(character) ? 1 : 0;
    if (depth > DEEPEST) {
      throw new ProblemError(422, [{ pointer: '', detail: 'nested too deep' }]);
    }
  }
}

/** Fails with 422 unless the body is one of POST and PUT, or of PATCH. */
export function checkBody(
  entity: ResolvedEntity,
  body: unknown,
  patch: boolean,
): Record<string, unknown> {
  const schema = patch ? entity.schemas.update : entity.schemas.create;
  const validate = validatorOf(schema);
  if (!isObject(body)) {
    throw new ProblemError(422, [{ pointer: '', detail: 'is no object' }]);
  }
  const problems: Problem[] = [];
  validate(withoutDecimals(entity, body));
  for (const error of validate.errors ?? []) {
    const { missingProperty, additionalProperty } = error.params as Record<
      string,
      string
    >;
    const name = missingProperty ?? additionalProperty;
    problems.push({
      pointer: error.instancePath + (name === undefined ? '' : `/${name}`),
      detail: error.message ?? 'is wrong',
    });
  }
  if (Object.hasOwn(body, '__proto__')) {
    problems.push({ pointer: '/__proto__', detail: 'is unknown' });
  }
  for (const field of entity.fields) {
    const value = body[field.name];
    if (value !== undefined && value !== null) {
      problems.push(...fieldProblems(field, value, `/${field.name}`));
    }
  }
  if (problems.length > 0) {
    throw new ProblemError(422, problems);
  }
  return body;
}

function validatorOf(schema: object): ValidateFunction {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

/** Fractions as JSON numbers are judged by {@link fieldProblems}. */
function withoutDecimals(
  entity: ResolvedEntity,
  body: Record<string, unknown>,
): Record<string, unknown> {
  const decimals = entity.fields.filter(
    field =>
      ['decimal', 'bigInteger'].includes(field.type) &&
      typeof body[field.name] === 'number' &&
      accepts(field, body[field.name]),
  );
  return {
    ...body,
    ...Object.fromEntries(
      decimals.map(field => [field.name, field.examples[0]]),
    ),
  };
}

/** What JSON Schema cannot say. */
export function fieldProblems(
  field: ResolvedField,
  value: unknown,
  pointer: string,
): Problem[] {
  const wrong = [{ pointer, detail: 'is wrong' }];
  if (Array.isArray(value) && field.items) {
    const { items } = field;
    return value.flatMap((item, index) =>
      fieldProblems(items, item, `${pointer}/${index}`),
    );
  }
  if (isObject(value) && field.fields) {
    return [
      ...(Object.hasOwn(value, '__proto__') ? wrong : []),
      ...field.fields.flatMap(member =>
        value[member.name] === undefined || value[member.name] === null
          ? []
          : fieldProblems(
              member,
              value[member.name],
              `${pointer}/${member.name}`,
            ),
      ),
    ];
  }
  if (!storable(value) || !finite(value)) {
    return wrong;
  }
  const text = typeof value === 'string' ? value : '';
  const fine =
    (field.type === 'json' || accepts(field, value)) &&
    (field.type !== 'email' ||
      (EMAIL.test(text) &&
        text.indexOf('@') <= 64 &&
        !/[@.]..--/.test(text.slice(text.indexOf('@'))))) &&
    (field.type !== 'uri' || URI.test(text)) &&
    (field.type !== 'date' || !text.startsWith('0000')) &&
    (field.type !== 'dateTime' ||
      /^(?!0000)\d{4}-/.test(safeInstant(text) ?? '0000'));
  return fine ? [] : wrong;
}

function safeInstant(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function finite(value: unknown): boolean {
  if (typeof value === 'number') {
    // What a double cannot hold exactly would come back as another number.
    return (
      Number.isFinite(value) &&
      (!Number.isInteger(value) || Math.abs(value) !== 2 ** 53)
    );
  }
  return typeof value !== 'object' || value === null
    ? true
    : Object.values(value).every(finite);
}
