import { documentOf, id, read, ref } from './__testUtils__/documents';
import { importOpenApi } from './importOpenApi';

describe('what importOpenApi makes an entity or a relation', () => {
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
