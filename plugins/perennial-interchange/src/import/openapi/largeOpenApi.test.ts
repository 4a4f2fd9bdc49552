import { stringify } from 'yaml';
import { noteLine, outline } from '../../__testUtils__/outline';
import { importModel } from '../importModel';

async function read(document: object) {
  const text = stringify(document, { aliasDuplicateObjects: false });
  const { model, notes } = await importModel({ format: 'openapi', text });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

const text = { type: 'string' };
const id = { type: 'integer' };

function answer(schema: object) {
  const content = { 'application/json': { schema } };
  return { responses: { 200: { description: 'OK', content } } };
}

function documentOf(schemas: object, paths: object = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths,
    components: { schemas },
  };
}

function many<Value>(count: number, value: (index: number) => [string, Value]) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => value(index)),
  );
}

describe('a large document', () => {
  it('is told of hundreds of schemas at once', async () => {
    const { lines, notes } = await read(
      documentOf({
        Car: { properties: { id, name: text } },
        ...many(300, index => [`Part${index}`, { properties: { name: text } }]),
      }),
    );
    expect(lines).toEqual([
      'Car id=integer timestamps=false',
      '  name: string',
    ]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^schemas Part0, Part1, Part2, Part3, Part4 and 295 more \(\d+\): They have no id, and nothing lists them/,
      ),
    ]);
  });

  it('keeps all entities, and makes JSON of what is too deep in them', async () => {
    const nested = (depth: number): object => ({
      type: 'object',
      description: 'x'.repeat(600),
      properties: {
        name: text,
        ...(depth > 0 && { left: nested(depth - 1), right: nested(depth - 1) }),
      },
    });
    const { lines, notes } = await read(
      documentOf(
        many(12, index => [
          `Car${String.fromCharCode(97 + index)}`,
          { properties: { id, part: nested(6) } },
        ]),
      ),
    );
    expect(lines).toHaveLength(24);
    expect(lines[1]).toMatch(
      /part: object\(name: string, left: object\(.*json/,
    );
    expect(notes).toEqual([
      expect.stringMatching(
        /^everywhere: .* below the first 4 levels is JSON: .* 1024 KiB/,
      ),
    ]);
  });
});

it('names the path of a schema that has no name', async () => {
  const body = { properties: { id, name: text } };
  const { notes } = await read(
    documentOf(
      { Car: { properties: { id, name: text } } },
      {
        '/cars/{id}': {
          get: answer({ $ref: '#/components/schemas/Car' }),
          put: { requestBody: answer(body).responses[200] },
        },
      },
    ),
  );
  expect(notes).toEqual([
    expect.stringMatching(/^path \/cars\/\{id\}, put \(\d+\): .* Car too/),
  ]);
});

it('reads the lists of a document that has nothing else', async () => {
  const { lines, notes } = await read(
    documentOf({ CarList: { properties: { total: id } } }),
  );
  expect(lines).toEqual(['CarList timestamps=false', '  total: integer']);
  expect(notes).toEqual([]);
});

it('refuses a document whose schemas are elsewhere, and says where', async () => {
  const list = { type: 'array', items: { $ref: 'car.yaml#/Car' } };
  await expect(
    read(documentOf({}, { '/cars': { get: answer(list) } })),
  ).rejects.toThrow(/in other documents, such as "car.yaml#\/Car".*Bundle/);
});
