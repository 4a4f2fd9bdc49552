import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openApiDocument,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import {
  expectModelOrInputError,
  mutated,
} from '../../__testUtils__/anySource';
import { importModel } from '../importModel';

jest.setTimeout(120_000);

function fixture(name: string): string {
  return readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');
}

const DEFINITIONS = [
  ...['A', 'B', 'C', 'Pet', 'PetInput', '__proto__', 'constructor'],
];

const anyName = fc.constantFrom(
  ...['id', 'name', 'aId', 'b_ids', 'createdAt', 'x y', '1'],
  ...['__proto__', 'constructor'],
);

const anyReference = fc.oneof(
  fc.constantFrom(
    '#',
    '#/',
    '#/nowhere',
    'other.json#/A',
    'https://a.example/x',
  ),
  fc
    .tuple(fc.constantFrom(...DEFINITIONS), fc.constantFrom('', '/items'))
    .map(([name, below]) => `#/PLACE/${name}${below}`),
);

/** A schema of a few keywords, used rightly and wrongly, that may refer to others. */
const { schema: anySchema } = fc.letrec<{ schema: unknown }>(tie => {
  const child = tie('schema');
  const children = fc.array(child, { maxLength: 3 });
  const json = fc.jsonValue({ maxDepth: 1 });
  const type = fc.constantFrom(
    ...['string', 'integer', 'number', 'boolean', 'null', 'array', 'object'],
  );
  const map = fc.dictionary(anyName, child, {
    ...{ minKeys: 1, maxKeys: 4, noNullPrototype: true },
  });
  const format = fc.constantFrom(
    ...['uuid', 'date', 'date-time', 'time', 'email', 'int64', 'byte', 'x'],
  );
  const number = fc.oneof(fc.double(), fc.integer(), fc.boolean());
  const keywords: Record<string, fc.Arbitrary<unknown>> = {
    type: fc.oneof(type, type, fc.array(type, { maxLength: 3 }), json),
    format,
    properties: map,
    required: fc.array(anyName, { maxLength: 3 }),
    items: fc.oneof(child, child, children),
    allOf: children,
    anyOf: children,
    oneOf: children,
    enum: fc.array(json, { maxLength: 4 }),
    const: json,
    default: json,
    examples: fc.oneof(fc.array(json, { maxLength: 3 }), json),
    minimum: number,
    exclusiveMinimum: number,
    maximum: number,
    minLength: number,
    maxLength: number,
    pattern: fc.oneof(fc.constantFrom('^a', '(a+)+$', '('), fc.string()),
    nullable: fc.boolean(),
    writeOnly: fc.boolean(),
    additionalProperties: fc.oneof(fc.boolean(), child),
    description: fc.string({ unit: 'binary' }),
    title: fc.string(),
    multipleOf: fc.constantFrom(0.01, 5, 'x'),
  };
  const words = Object.entries(keywords).map(([name, value]) =>
    value.map(found => ({ [name]: found })),
  );
  const object = map.map(properties => ({ properties }));
  return {
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      json,
      anyReference.map($ref => ({ $ref })),
      fc
        .array(fc.oneof(object, ...words), { maxLength: 5 })
        .map(parts => Object.assign({}, ...parts)),
    ),
  };
});

const anyDefinitions = fc.dictionary(
  fc.constantFrom(...DEFINITIONS),
  anySchema,
  { minKeys: 1, noNullPrototype: true },
);

function located(value: unknown, place: string): string {
  return JSON.stringify(value).replaceAll('#/PLACE/', `#/${place}/`);
}

describe('schemas of any kind', () => {
  it('as a JSON Schema give a valid model or an error that helps', async () => {
    const outcomes = new Set<string>();
    const law = fc.asyncProperty(
      anyDefinitions,
      anySchema,
      async ($defs, root) => {
        const text = located({ ...(root as object), $defs }, '$defs');
        outcomes.add(await expectModelOrInputError('jsonSchema', text));
      },
    );
    await fc.assert(law, { numRuns: 300 });
    expect(outcomes).toContain('model');
  });

  it('in an OpenAPI document give a valid model or an error that helps', async () => {
    const outcomes = new Set<string>();
    const law = fc.asyncProperty(
      anyDefinitions,
      fc.constantFrom('3.0.0', '3.1.0'),
      anySchema,
      async (schemas, openapi, schema) => {
        const content = { 'application/json': { schema } };
        const responses = { 200: { content } };
        const document = {
          openapi,
          paths: {
            '/things': {
              get: { responses },
              post: { requestBody: { content } },
            },
            '/things/{id}': { get: { responses } },
          },
          components: { schemas },
        };
        outcomes.add(
          await expectModelOrInputError(
            'openapi',
            located(document, 'components/schemas'),
          ),
        );
      },
    );
    await fc.assert(law, { numRuns: 300 });
    expect(outcomes).toContain('model');
  });

  it.each([
    ['jsonSchema', 'tree.schema.json'],
    ['jsonSchema', 'care.schema.json'],
    ['jsonSchema', 'package.schema.json'],
    ['openapi', 'petstore.yaml'],
    ['openapi', 'petstore-expanded.json'],
    ['openapi', 'petstore-2.0.yaml'],
    ['openapi', 'tickets-3.1.yaml'],
  ] as const)('in %s %s survive any change', async (format, name) => {
    const law = fc.asyncProperty(mutated(fixture(name)), async text => {
      await expectModelOrInputError(format, text);
    });
    await fc.assert(law, { numRuns: 60 });
  });

  it('of any text give an error that helps', async () => {
    const law = fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('openapi', 'jsonSchema'),
      async (text, format) => {
        await expectModelOrInputError(format, text);
      },
    );
    await fc.assert(law, { numRuns: 200 });
  });
});

describe('a document that is made to keep a page busy', () => {
  const nested = (levels: number) =>
    `${'{"properties":{"a":'.repeat(levels)}{}${'}}'.repeat(levels)}`;
  /** Each level refers to the next one twice. */
  const doubled = (levels: number, combine: (reference: object) => object) =>
    Object.fromEntries(
      Array.from({ length: levels }, (_, level) => [
        `d${level}`,
        combine({ $ref: `#/$defs/d${level + 1}` }),
      ]),
    );

  it.each<[string, string]>([
    ['is nested', nested(50_000)],
    ['is nested within reason', nested(500)],
    [
      'doubles its properties',
      JSON.stringify({
        $ref: '#/$defs/d0',
        $defs: doubled(60, next => ({ properties: { a: next, b: next } })),
      }),
    ],
    [
      'doubles its parts',
      JSON.stringify({
        properties: { x: { $ref: '#/$defs/d0' } },
        $defs: doubled(60, next => ({
          allOf: [next, next],
          properties: { a: {} },
        })),
      }),
    ],
    [
      'refers in a circle',
      JSON.stringify({
        properties: { x: { $ref: '#/$defs/a' } },
        $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      }),
    ],
    [
      'has thousands of definitions in a circle',
      JSON.stringify({
        $defs: Object.fromEntries(
          Array.from({ length: 20_000 }, (_, at) => [
            `d${at}`,
            { properties: { next: { $ref: `#/$defs/d${(at + 1) % 20_000}` } } },
          ]),
        ),
      }),
    ],
    ['holds itself by an alias', 'properties: &a\n  b: { properties: *a }\n'],
  ])('%s', async (_what, text) => {
    await expectModelOrInputError('jsonSchema', text);
    const document = `{"openapi":"3.0.0","components":{"schemas":{"A":${text}}}}`;
    await expectModelOrInputError('openapi', document);
  });
});

it.each(['openapi', 'jsonSchema'] as const)(
  'fetches nothing that a document of %s refers to',
  async format => {
    const fetch = jest.spyOn(globalThis, 'fetch').mockRejectedValue('no');
    const thing = {
      properties: {
        id: { type: 'integer' },
        remote: { $ref: 'https://a.example/schema.json#/Thing' },
        file: { $ref: 'file:///etc/hosts' },
      },
    };
    const document = {
      openapi: '3.1.0',
      $id: 'https://a.example/root.json',
      paths: { '/things': { $ref: 'https://a.example/paths.yaml' } },
      components: { schemas: { Thing: thing } },
      $defs: { Thing: thing },
    };
    const text = JSON.stringify(document);
    const { model, notes } = await importModel({ format, text });
    expect(model.entities[0].fields).toEqual([
      { name: 'remote', type: 'json' },
      { name: 'file', type: 'json' },
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('other documents are not fetched'),
      expect.stringContaining('other documents are not fetched'),
    ]);
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  },
);

interface Members {
  fields?: { type: string }[];
  relations?: unknown[];
}

function membersOf({ fields = [], relations = [] }: Members) {
  return fields.length + relations.length;
}

describe('the OpenAPI document of a service', () => {
  it('gives its model back, but for what the document does not say', async () => {
    const law = fc.asyncProperty(
      validModels({ database: 'postgres' }),
      async model => {
        const resolved = resolveModel(model);
        const text = JSON.stringify(
          openApiDocument(resolved, {
            name: 'service',
            title: 'Service',
            description: 'A service.',
            version: '1.0.0',
            auth: resolved.hasOwned ? 'jwt' : 'none',
          }),
        );
        const result = await importModel({ format: 'openapi', text });
        expect(result.model.entities.map(membersOf)).toEqual(
          resolved.entities.map(membersOf),
        );
      },
    );
    await fc.assert(law, { numRuns: 60 });
  });
});
