import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { noteLine, outline } from '../../__testUtils__/outline';
import { importOpenApi } from './importOpenApi';

function fixture(name: string): string {
  return readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');
}

async function read(source: string | object) {
  const text = typeof source === 'string' ? source : stringify(source);
  const { model, notes } = await importOpenApi({ text });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

/** A document of some schemas, and of lists of some of them. */
function documentOf(schemas: object, listed: string[] = []) {
  return {
    openapi: '3.0.3',
    info: { title: 'Test', version: '1' },
    paths: Object.fromEntries(
      listed.map(name => [
        `/${name.toLowerCase()}s`,
        {
          get: {
            responses: {
              200: {
                description: 'OK',
                content: {
                  'application/json': {
                    schema: {
                      type: 'array',
                      items: { $ref: `#/components/schemas/${name}` },
                    },
                  },
                },
              },
            },
          },
        },
      ]),
    ),
    components: { schemas },
  };
}

const id = { type: 'string', format: 'uuid', readOnly: true };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('importOpenApi', () => {
  it('reads the Petstore', async () => {
    expect(await read(fixture('petstore.yaml'))).toMatchInlineSnapshot(`
      {
        "lines": [
          "Order id=integer timestamps=false",
          "  quantity: integer",
          "  shipDate: dateTime",
          "  status: enum(values ["placed","approved","delivered"])",
          "  complete: boolean",
          "  pet -> Pet",
          "Customer id=integer timestamps=false",
          "  username: string",
          "  address: array(object(street: string, city: string, state: string, zip: string))",
          "Category id=integer timestamps=false",
          "  name: string",
          "User id=integer timestamps=false",
          "  username: string",
          "  firstName: string",
          "  lastName: string",
          "  email: string",
          "  password: string",
          "  phone: string",
          "  userStatus: integer",
          "Tag id=integer timestamps=false",
          "  name: string",
          "Pet id=integer timestamps=false",
          "  name!: string",
          "  photoUrls!: array(string)",
          "  status: enum(values ["available","pending","sold"])",
          "  category -> Category",
          "  tags >> Tag",
        ],
        "notes": [
          "schema Order, property petId (129): It becomes the relation pet, because it holds the id of Pet.",
          "schema Address (148): It has no id, so it is no entity: rows that refer to it hold it.",
          "schema Pet, property tags (187): It becomes manyToMany, because nothing says that its members belong to one row only.",
          "schema ApiResponse (194): It has no id, and nothing lists it or refers to it: it is left out.",
        ],
      }
    `);
  });

  it('reads a Petstore of variants and errors', async () => {
    expect(await read(fixture('petstore-expanded.json')))
      .toMatchInlineSnapshot(`
      {
        "lines": [
          "Pet id=integer timestamps=false",
          "  name!: string",
          "  tag: string",
        ],
        "notes": [
          "schema NewPet (76): It describes Pet too, whose entity has the properties of both.",
          "schema Error (89): It is what errors look like; services answer errors in a form of their own.",
        ],
      }
    `);
  });

  it('reads Swagger 2.0', async () => {
    expect(await read(fixture('petstore-2.0.yaml'))).toMatchInlineSnapshot(`
      {
        "lines": [
          "Pet id=integer timestamps=false",
          "  name!: string(maxLength 40)",
          "  weight: number(minimum 0)",
          "  photo: text",
          "  secret: string",
          "  owner_owner -> Owner",
          "Owner id=uuid timestamps=false",
          "  email: email",
        ],
        "notes": [
          "schema Pet, property owner (33): The relation is called owner_owner in the model.",
          "schema Pet, property weight (34): The minimum 0 itself is allowed here.",
          "schema Pet, property photo (35): Bytes are kept as text, in base64.",
          "schema PetInput (36): It describes Pet too, whose entity has the properties of both.",
        ],
      }
    `);
  });

  it('reads OpenAPI 3.1 with lists in envelopes', async () => {
    expect(await read(fixture('tickets-3.1.yaml'))).toMatchInlineSnapshot(`
      {
        "lines": [
          "Event id=uuid",
          "  title!: string(minLength 1, maxLength 120)",
          "  starts_at!: dateTime",
          "  seats: integer(minimum 0, maximum 90000)",
          "  price: decimal(scale 2, minimum 0)",
          "  kind: enum(values ["concert","play","film"], default "concert")",
          "  links: array(uri, maxItems 5)",
          "  access_code: string",
          "  venue -> Venue",
          "Venue id=uuid timestamps=false",
          "  name!: string",
          "  position!: object(latitude!: number(minimum -90, maximum 90), longitude!: number(minimum -180, maximum 180))",
          "  attributes: json",
        ],
        "notes": [
          "schema EventBase (51): It describes EventResponse too, whose entity has the properties of both.",
          "schema Event, property price (64): The minimum 0 itself is allowed here.",
          "schema EventCreate (71): It describes EventResponse too, whose entity has the properties of both.",
          "schema Event, property access_code (76): The source takes it and never answers it; a service answers every field.",
          "schema EventUpdate (77): It describes EventResponse too, whose entity has the properties of both.",
          "schema EventPage (92): It is what lists come in; services answer lists in a form of their own.",
          "schema ProblemDetails (112): It is what errors look like; services answer errors in a form of their own.",
        ],
      }
    `);
  });

  it.each<[string, object, string]>([
    [
      'a text',
      { type: 'string', minLength: 1, maxLength: 9 },
      'string(minLength 1, maxLength 9)',
    ],
    [
      'a long text',
      { type: 'string', maxLength: 5000 },
      'text(maxLength 5000)',
    ],
    ['a UUID', { type: 'string', format: 'uuid' }, 'uuid'],
    ['a date', { type: 'string', format: 'date' }, 'date'],
    ['a moment', { type: 'string', format: 'date-time' }, 'dateTime'],
    ['a time', { type: 'string', format: 'time' }, 'time'],
    [
      'an address',
      { type: 'string', format: 'email', maxLength: 99 },
      'email(maxLength 99)',
    ],
    ['a link', { type: 'string', format: 'uri' }, 'uri'],
    ['bytes', { type: 'string', format: 'byte' }, 'text'],
    ['a number as text', { type: 'string', format: 'decimal' }, 'decimal'],
    [
      'a pattern',
      { type: 'string', pattern: '^[a-z]+$' },
      'string(pattern "^[a-z]+$")',
    ],
    [
      'a pattern that is refused',
      { type: 'string', pattern: '^(?=a)' },
      'string',
    ],
    ['a whole number', { type: 'integer', minimum: 1 }, 'integer(minimum 1)'],
    ['a large number', { type: 'integer', format: 'int64' }, 'bigInteger'],
    [
      'a large bound',
      { type: 'integer', maximum: 9e12 },
      'bigInteger(maximum 9000000000000)',
    ],
    [
      'an open bound',
      { type: 'integer', minimum: 0, exclusiveMinimum: true },
      'integer(minimum 1)',
    ],
    [
      'a fraction',
      { type: 'number', format: 'double', maximum: 0.5 },
      'number(maximum 0.5)',
    ],
    [
      'cents',
      { type: 'number', multipleOf: 0.01, minimum: 0 },
      'decimal(scale 2, minimum 0)',
    ],
    [
      'yes or no',
      { type: 'boolean', default: false },
      'boolean(default false)',
    ],
    [
      'a choice',
      { type: 'string', enum: ['a', 'b'], default: 'a' },
      'enum(values ["a","b"], default "a")',
    ],
    [
      'a choice of numbers',
      { type: 'integer', enum: [1, 2, 5] },
      'integer(minimum 1, maximum 5)',
    ],
    [
      'a choice with null',
      { type: 'string', nullable: true, enum: ['a', null] },
      'enum(values ["a"])',
    ],
    [
      'a list',
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      'array(string, minItems 1)',
    ],
    [
      'an object',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'integer' } },
      },
      'object(a!: integer)',
    ],
    [
      'a map',
      { type: 'object', additionalProperties: { type: 'string' } },
      'json',
    ],
    ['anything', {}, 'json'],
    ['a schema that is true', true as unknown as object, 'json'],
    ['nonsense', { type: 'strnig' }, 'json'],
    [
      'several types',
      { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      'json',
    ],
    [
      'several texts',
      {
        anyOf: [
          { type: 'string', format: 'email' },
          { type: 'string', format: 'uri' },
        ],
      },
      'string',
    ],
    [
      'a type or null',
      { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      'integer',
    ],
    [
      'several objects',
      { oneOf: [ref('Left'), ref('Right')] },
      'object(a: string, b: string)',
    ],
    [
      'parts',
      { allOf: [ref('Left'), { required: ['a'] }] },
      'object(a!: string)',
    ],
    ['another file', { $ref: 'common.yaml#/Money' }, 'json'],
    ['another host', { $ref: 'https://example.com/money.json' }, 'json'],
  ])('reads %s', async (_what, schema, type) => {
    const source = documentOf({
      Thing: { type: 'object', properties: { id, value: schema } },
      Left: {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' } },
      },
      Right: { type: 'object', properties: { b: { type: 'string' } } },
    });
    expect((await read(source)).lines).toEqual([
      'Thing id=uuid timestamps=false',
      `  value: ${type}`,
    ]);
  });

  it('makes relations of references and of ids', async () => {
    const { lines, notes } = await read(
      documentOf({
        Author: {
          type: 'object',
          properties: { id, books: { type: 'array', items: ref('Book') } },
        },
        Book: {
          type: 'object',
          required: ['author', 'shelfId'],
          properties: {
            id,
            author: ref('Author'),
            translator: { allOf: [ref('Author')], nullable: true },
            shelfId: { type: 'string', format: 'uuid' },
            tag_ids: {
              type: 'array',
              items: { type: 'string', format: 'uuid' },
            },
            either: { oneOf: [ref('Author'), ref('Shelf')] },
            history: {
              type: 'object',
              properties: { shelves: { type: 'array', items: ref('Shelf') } },
            },
          },
        },
        Shelf: { type: 'object', properties: { id, name: { type: 'string' } } },
        Tag: {
          type: 'object',
          properties: { id, books: { type: 'array', items: ref('Book') } },
        },
      }),
    );
    expect({ lines, notes }).toMatchInlineSnapshot(`
      {
        "lines": [
          "Author id=uuid timestamps=false",
          "  books >> Book",
          "Book id=uuid timestamps=false",
          "  either: json",
          "  history: object(shelves: array(uuid))",
          "  author! -> Author",
          "  translator -> Author",
          "  shelf! -> Shelf",
          "Shelf id=uuid timestamps=false",
          "  name: string",
          "Tag id=uuid timestamps=false",
          "  books >> Book (tags)",
        ],
        "notes": [
          "schema Author, property books (15): It becomes manyToMany, because nothing says that its members belong to one row only.",
          "schema Book, property shelfId (32): It becomes the relation shelf, because it holds the id of Shelf.",
          "schema Book, property tag_ids (35): It becomes the relation tags, because it holds the id of Tag.",
          "schema Book, property either (40): It refers to one of Author, Shelf; a relation has one target, so it becomes JSON.",
          "schema Book, property history (44): shelves: What lies inside of a row cannot refer to other rows: it holds their ids.",
        ],
      }
    `);
  });

  it('takes an own key for the id', async () => {
    const { lines } = await read(
      documentOf({
        Order: {
          type: 'object',
          properties: {
            order_id: { type: 'integer' },
            created_at: { type: 'string', format: 'date-time' },
            updated_at: { type: 'string', format: 'date-time' },
          },
        },
      }),
    );
    expect(lines).toEqual(['Order id=integer', '  name: string']);
  });

  it('makes entities of what holds itself', async () => {
    const { lines } = await read(
      documentOf(
        {
          Menu: { type: 'object', properties: { id, top: ref('Node') } },
          Node: {
            type: 'object',
            properties: {
              label: { type: 'string' },
              parent: ref('Node'),
              children: { type: 'array', items: ref('Node') },
            },
          },
        },
        ['Menu'],
      ),
    );
    expect(lines).toEqual([
      'Menu id=uuid timestamps=false',
      '  top -> Node',
      'Node timestamps=false',
      '  label: string',
      '  parent -> Node (children)',
    ]);
  });

  it('cuts objects without a name that hold themselves', async () => {
    const tree = '#/components/schemas/Thing/properties/tree';
    const { lines, notes } = await read(
      documentOf({
        Thing: {
          type: 'object',
          properties: {
            id,
            tree: {
              type: 'object',
              properties: { left: { $ref: tree }, size: { type: 'integer' } },
            },
          },
        },
      }),
    );
    expect(lines).toEqual([
      'Thing id=uuid timestamps=false',
      '  tree: object(left: json, size: integer)',
    ]);
    expect(notes).toEqual([
      expect.stringContaining('left: It holds itself, so it becomes JSON'),
    ]);
  });

  it('names what stands in a path after the path', async () => {
    const schema = {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' } } },
    };
    const { lines } = await read({
      openapi: '3.1.0',
      paths: {
        '/api/blog-posts': {
          get: {
            responses: { 200: { content: { 'application/json': { schema } } } },
          },
        },
      },
    });
    expect(lines).toEqual(['BlogPost timestamps=false', '  name: string']);
  });

  it('takes objects that nothing holds where none has an id', async () => {
    const { lines } = await read(
      documentOf({
        Invoice: { type: 'object', properties: { total: ref('Money') } },
        Money: { type: 'object', properties: { amount: { type: 'number' } } },
        ErrorResponse: {
          type: 'object',
          properties: { code: { type: 'string' } },
        },
      }),
    );
    expect(lines).toEqual([
      'Invoice timestamps=false',
      '  total: object(amount: number)',
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['no version', 'info: {}', /neither "openapi" nor "swagger"/],
    ['a list', '- openapi', /no OpenAPI document/],
    [
      'a version of the future',
      'openapi: 4.0.0',
      /OpenAPI 4\.0\.0 is not known/,
    ],
    ['no schemas', 'openapi: 3.0.0\npaths: {}', /no schema in the source/],
    [
      'broken YAML',
      'openapi: 3.0.0\ninfo: [a\npaths: {}',
      /cannot be read \(line \d, column \d+\)/,
    ],
    [
      'broken JSON',
      '{\n "openapi": "3.0.0",\n "paths": {,\n}',
      /cannot be read \(line \d/,
    ],
    ['tabs', 'openapi: 3.0.0\npaths:\n\t/a: {}', /line 3/],
  ])('refuses %s', async (_what, text, message) => {
    await expect(importOpenApi({ text })).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
