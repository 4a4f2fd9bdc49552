import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, id, read, ref } from './__testUtils__/documents';

function fixture(name: string): string {
  return readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');
}

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
});
