import { readFileSync } from 'fs';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { TEN_ENTITIES } from '../testing';
import type { FieldDocument, ModelDocument } from '../model';
import { resolveModel } from '../resolve';
import type { JsonObject, JsonValue } from '../wire';
import { openApiDocument } from './openApiDocument';

const SERVICE = {
  name: 'shop',
  title: 'Shop',
  description: 'A shop.',
  version: '1.0.0',
};

const PRODUCT: ModelDocument = {
  entities: [
    {
      name: 'Product',
      fields: [
        {
          name: 'sku',
          type: 'string',
          required: true,
          unique: true,
          pattern: '^[A-Z0-9-]+$',
        },
        {
          name: 'price',
          type: 'decimal',
          precision: 12,
          scale: 2,
          minimum: 0,
          required: true,
        },
      ],
    },
  ],
};

const metaSchema = JSON.parse(
  readFileSync(
    require.resolve(
      '@seriousme/openapi-schema-validator/schemas/v3.1/schema.json',
    ),
    'utf8',
  ),
) as JsonObject;

function newAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['int32', 'double', 'media-range'])
    ajv.addFormat(format, true);
  return ajv;
}

function at(document: JsonValue, pointer: string): JsonValue | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonValue | undefined>(
      (node, step) =>
        (node as JsonObject | undefined)?.[step.replace(/~1/g, '/')],
      document,
    );
}

function* nodes(node: JsonValue): Iterable<JsonObject> {
  if (Array.isArray(node)) for (const item of node) yield* nodes(item);
  else if (typeof node === 'object' && node !== null) {
    yield node;
    for (const member of Object.values(node)) yield* nodes(member);
  }
}

describe.each([
  ['a product', PRODUCT, 'none'],
  ['ten entities', TEN_ENTITIES, 'none'],
  ['ten entities with authentication', TEN_ENTITIES, 'jwt'],
] as const)('the document of %s', (_name, model, auth) => {
  const document = openApiDocument(resolveModel(model), { ...SERVICE, auth });

  it('is valid OpenAPI 3.1', () => {
    const validate = newAjv().compile(metaSchema);
    validate(JSON.parse(JSON.stringify(document)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('refers to nothing that is not there, and leaves no component unused', () => {
    const references = new Set(
      [...nodes(document)].flatMap(node =>
        typeof node.$ref === 'string' ? [node.$ref] : [],
      ),
    );
    for (const reference of references)
      expect([reference, at(document, reference.slice(1))]).not.toContain(
        undefined,
      );
    const components = document.components as { [kind: string]: JsonObject };
    for (const kind of ['schemas', 'responses', 'headers', 'parameters']) {
      for (const name of Object.keys(components[kind])) {
        if (kind === 'parameters' && name === 'Search' && model === PRODUCT)
          continue;
        expect([...references]).toContain(`#/components/${kind}/${name}`);
      }
    }
  });

  it('has examples that its schemas accept', () => {
    const ajv = newAjv();
    ajv.addSchema({ $id: 'document', ...document });
    let checked = 0;
    for (const node of nodes(document)) {
      if (typeof node.schema !== 'object' || node.example === undefined)
        continue;
      const schema = JSON.parse(
        JSON.stringify(node.schema).replace(/"#\//g, '"document#/'),
      ) as JsonObject;
      const validate = ajv.compile(schema);
      validate(node.example);
      expect([node.example, validate.errors ?? []]).toEqual([node.example, []]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(8);
  });

  it('gives each operation an id of its own, a tag that is described, and every status', () => {
    const operations = [...nodes(document.paths)].filter(
      node => node.operationId !== undefined && node.responses !== undefined,
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(
      operations.length,
    );
    expect(operations).toHaveLength(model.entities.length * 6 + 2);
    const tags = (document.tags as JsonObject[]).map(({ name }) => name);
    for (const operation of operations) {
      expect(tags).toEqual(expect.arrayContaining(operation.tags as string[]));
      const statuses = Object.keys(operation.responses as JsonObject);
      const isHealth = (operation.tags as string[])[0] === 'Health';
      expect(statuses).toEqual(
        expect.arrayContaining(isHealth ? ['200', '405'] : ['405', '503']),
      );
      expect(statuses.includes('401')).toBe(auth === 'jwt' && !isHealth);
      const forBodies = operation.requestBody
        ? ['400', '409', '413', '415', '422']
        : [];
      expect(statuses).toEqual(expect.arrayContaining(forBodies));
    }
  });

  it('speaks of If-Match in words only', () => {
    const text = JSON.stringify(document);
    expect(text).toContain('If-Match');
    expect(text).not.toMatch(/"name":"If-Match"/i);
  });
});

describe('list parameters', () => {
  const document = openApiDocument(resolveModel(TEN_ENTITIES), {
    ...SERVICE,
    auth: 'none',
  });
  const parameters = (path: string) =>
    (
      at(
        document,
        `/paths/${path.replace(/\//g, '~1')}/get/parameters`,
      ) as JsonObject[]
    ).map(parameter => parameter.name ?? parameter.$ref);

  it('are those that an entity takes', () => {
    expect(parameters('/api/v1/products')).toEqual([
      '#/components/parameters/Page',
      '#/components/parameters/Limit',
      'sort',
      ...['sku', 'sku[in]', 'sku[gt]', 'sku[gte]', 'sku[lt]', 'sku[lte]'],
      ...[
        'price',
        'price[in]',
        'price[gt]',
        'price[gte]',
        'price[lt]',
        'price[lte]',
      ],
      ...[
        'views',
        'views[in]',
        'views[gt]',
        'views[gte]',
        'views[lt]',
        'views[lte]',
      ],
      ...[
        'status',
        'status[in]',
        'batch',
        'batch[in]',
        'published',
        'published[in]',
      ],
      ...['category_id', 'category_id[in]'],
    ]);
    expect(parameters('/api/v1/customers')).toContain(
      '#/components/parameters/Search',
    );
  });
});

it('documents 500 entities of 50 fields in seconds', () => {
  const types = ['string', 'integer', 'decimal', 'date', 'text'] as const;
  const fields = Array.from(
    { length: 50 },
    (_, index): FieldDocument => ({
      name: `field${index}`,
      type: types[index % 5],
    }),
  );
  const entities = Array.from({ length: 500 }, (_, index) => ({
    name: `Thing ${index}`,
    fields,
  }));
  const start = Date.now();
  openApiDocument(resolveModel({ entities }), { ...SERVICE, auth: 'none' });
  expect(Date.now() - start).toBeLessThan(15_000);
});

it('limits what is searched for where the database does', () => {
  const model = resolveModel(PRODUCT);
  const searchOf = (database?: 'mongo' | 'postgres') => {
    const { components } = openApiDocument(model, {
      ...SERVICE,
      auth: 'none',
      database,
    }) as { components: { parameters: { Search: { schema: object } } } };
    return components.parameters.Search.schema;
  };
  expect(searchOf('mongo')).toHaveProperty('maxLength', 4096);
  expect(searchOf('postgres')).toEqual(searchOf());
  expect(searchOf()).not.toHaveProperty('maxLength');
});
