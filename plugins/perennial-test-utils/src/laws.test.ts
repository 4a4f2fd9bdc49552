import { readFileSync } from 'node:fs';
import {
  type JsonObject,
  type ResolvedModel,
  canonicalModel,
  openApiDocument,
  parseModel,
  resolveModel,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { validModels } from './model/models';

jest.setTimeout(120_000);

const RUNS = 300;
/** Compiling many schemas takes its time. */
const FEWER_RUNS = 80;

function newAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // Every object inherits members that a model may name: toString, valueOf.
    ownProperties: true,
  });
  addFormats(ajv);
  for (const format of ['int32', 'double', 'media-range'])
    ajv.addFormat(format, true);
  return ajv;
}

const validateOpenApi = newAjv().compile(
  JSON.parse(
    readFileSync(
      require.resolve(
        '@seriousme/openapi-schema-validator/schemas/v3.1/schema.json',
      ),
      'utf8',
    ),
  ) as JsonObject,
);

function describeService(model: ResolvedModel): JsonObject {
  return openApiDocument(model, {
    name: 'service',
    title: 'Service',
    description: 'A service.',
    version: '1.0.0',
    auth: model.hasOwned ? 'jwt' : 'none',
  }) as JsonObject;
}

function* nodes(node: unknown): Iterable<JsonObject> {
  if (Array.isArray(node)) for (const item of node) yield* nodes(item);
  else if (typeof node === 'object' && node !== null) {
    yield node as JsonObject;
    for (const member of Object.values(node)) yield* nodes(member);
  }
}

function expectValid(validate: ValidateFunction, value: unknown): void {
  validate(value);
  expect({ value, errors: validate.errors ?? [] }).toEqual({
    value,
    errors: [],
  });
}

describe('for every valid model', () => {
  it('resolving is deterministic and changes nothing', () => {
    const law = fc.property(validModels(), model => {
      const before = JSON.stringify(model);
      const first = JSON.stringify(resolveModel(model));
      expect(JSON.stringify(resolveModel(model))).toBe(first);
      expect(JSON.stringify(model)).toBe(before);
    });
    fc.assert(law, { numRuns: RUNS });
  });

  it('the canonical model is a fixed point that means the same, as text, too', () => {
    const law = fc.property(validModels(), model => {
      const canonical = canonicalModel(model);
      expect(canonicalModel(canonical)).toEqual(canonical);
      expect(resolveModel(canonical)).toEqual(resolveModel(model));
      const text = stringifyModel(model);
      expect(parseModel(text)).toEqual(canonical);
      expect(stringifyModel(parseModel(text))).toBe(text);
    });
    fc.assert(law, { numRuns: RUNS });
  });

  it('every name in code and in the database is one of its kind', () => {
    const law = fc.property(validModels(), model => {
      const { entities } = resolveModel(model);
      const tables = entities.flatMap(({ table, relations }) => [
        table,
        ...relations.flatMap(({ join }) => (join ? [join.table] : [])),
      ]);
      expect(new Set(tables).size).toBe(tables.length);
      for (const { fields, relations, inverses } of entities) {
        const attributes = [
          ...fields.map(field => field.identifier),
          ...relations.map(relation => relation.attribute),
          ...relations.map(relation => relation.identifier),
          ...inverses.map(({ relation }) => relation.inverse.name),
        ];
        expect(new Set(attributes).size).toBe(attributes.length);
        for (const name of [...tables, ...fields.map(field => field.column)])
          expect(name).toMatch(/^[a-z][a-z0-9_]{0,62}$/);
      }
    });
    fc.assert(law, { numRuns: RUNS });
  });

  it('the OpenAPI document is valid, and its examples satisfy its schemas', () => {
    const law = fc.property(validModels(), model => {
      const document = JSON.parse(
        JSON.stringify(describeService(resolveModel(model))),
      ) as JsonObject;
      expectValid(validateOpenApi, document);
      const ajv = newAjv();
      ajv.addSchema({ $id: 'document', ...document });
      const examples = [...nodes(document)].filter(
        ({ schema, example }) =>
          typeof schema === 'object' && example !== undefined,
      );
      expect(examples).not.toHaveLength(0);
      for (const { schema, example } of examples) {
        const text = JSON.stringify(schema).replace(/"#\//g, '"document#/');
        expectValid(ajv.compile(JSON.parse(text) as JsonObject), example);
      }
    });
    fc.assert(law, { numRuns: FEWER_RUNS });
  });

  it('every example and default of a field satisfies its schema', () => {
    const law = fc.property(validModels(), model => {
      const ajv = newAjv();
      for (const { fields } of resolveModel(model).entities) {
        for (const field of fields) {
          const validate = ajv.compile(field.schema as JsonObject);
          expect(field.examples.length).toBeGreaterThan(field.unique ? 1 : 0);
          for (const example of field.examples) expectValid(validate, example);
          if (field.hasDefault) expectValid(validate, field.default);
        }
      }
    });
    fc.assert(law, { numRuns: FEWER_RUNS });
  });
});
