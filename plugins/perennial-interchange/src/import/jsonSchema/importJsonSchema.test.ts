import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteLine, outline } from '../../__testUtils__/outline';
import { importJsonSchema } from './importJsonSchema';

function fixture(name: string): string {
  return readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');
}

async function read(source: string | object, fileName?: string) {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const { model, notes } = await importJsonSchema({ text, fileName });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

const name = { type: 'string' };

describe('importJsonSchema', () => {
  it.each(['tree.schema.json', 'care.schema.json', 'package.schema.json'])(
    'reads %s',
    async file => {
      expect(await read(fixture(file), file)).toMatchSnapshot();
    },
  );

  it.each<[string, object, string | undefined, string]>([
    ['its title', { title: 'Sales order' }, undefined, 'SalesOrder'],
    [
      'its address',
      { $id: 'https://example.com/a/line-item.json' },
      'x.json',
      'LineItem',
    ],
    [
      'its address of draft 4',
      { id: 'urn:example:thing#' },
      undefined,
      'Thing',
    ],
    ['its file', {}, 'purchase.schema.json', 'Purchase'],
    ['nothing', {}, undefined, 'Root'],
  ])('names the root after %s', async (_what, more, fileName, entity) => {
    const source = { ...more, properties: { name } };
    const { lines } = await read(source, fileName);
    expect(lines[0]).toBe(`${entity} timestamps=false`);
  });

  it.each<[string, object]>([
    ['a pointer', { $ref: '#/$defs/Line~1Item' }],
    ['an encoded pointer', { $ref: '#/%24defs/Line~1Item' }],
    ['an anchor', { $ref: '#line' }],
    ['a relative address', { $ref: 'line.json' }],
    ['a whole address', { $ref: 'https://example.com/line.json' }],
    ['its root and a pointer', { $ref: 'order.json#/$defs/Line~1Item' }],
  ])('follows %s', async (_what, reference) => {
    const { lines } = await read({
      $id: 'https://example.com/order.json',
      properties: { name, line: reference },
      $defs: {
        'Line/Item': {
          $id: 'line.json',
          $anchor: 'line',
          properties: { id: { type: 'integer' }, name },
        },
        Marked: { $anchor: 'line', properties: { id: { type: 'integer' } } },
      },
    });
    const target =
      'line' in reference ? '' : lines.find(line => line.includes('->'));
    expect(target).toMatch(/line -> (?:LineItem|Marked)/);
  });

  it('holds definitions without an id where they are used', async () => {
    const { lines, notes } = await read({
      title: 'Customer',
      properties: { home: { $ref: '#/definitions/address' } },
      definitions: {
        address: { type: 'object', properties: { city: name } },
        unused: { type: 'object', properties: { city: name } },
      },
    });
    expect(lines).toEqual([
      'Customer timestamps=false',
      '  home: object(city: string)',
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^schema address .*rows that refer to it hold it/),
      expect.stringMatching(/^schema unused .*it is left out/),
    ]);
  });

  it('reads a schema of definitions alone, in YAML', async () => {
    const { lines } = await read(
      'definitions:\n  Car:\n    properties:\n      wheels: { type: integer }\n  Id: { type: string }\n',
    );
    expect(lines).toEqual(['Car timestamps=false', '  wheels: integer']);
  });

  it('reads the definition that the root refers to', async () => {
    const { lines } = await read({
      $ref: '#/definitions/Car',
      definitions: { Car: { properties: { name } } },
    });
    expect(lines).toEqual(['Car timestamps=false', '  name: string']);
  });

  it('reads what the root is a list of', async () => {
    const { lines } = await read({
      title: 'Cars',
      type: 'array',
      items: { properties: { name } },
    });
    expect(lines).toEqual(['Car timestamps=false', '  name: string']);
  });

  it('reads a root of alternatives where there is nothing else', async () => {
    const { lines } = await read({
      title: 'Car',
      oneOf: [{ properties: { name } }, { properties: { brand: name } }],
    });
    expect(lines).toEqual([
      'Car timestamps=false',
      '  name: string',
      '  brand: string',
    ]);
  });

  it('takes a property for required that says so itself, as in draft 3', async () => {
    const { lines } = await read({
      title: 'Car',
      properties: { name: { ...name, required: true }, brand: name },
    });
    expect(lines).toEqual([
      'Car timestamps=false',
      '  name!: string',
      '  brand: string',
    ]);
  });

  it('says that a list of values of all kinds is left out', async () => {
    const { lines, notes } = await read({
      title: 'Car',
      properties: { name, data: { enum: ['a', 1, [2]] } },
    });
    expect(lines).toContain('  data: json');
    expect(notes.join()).toMatch(/data \(\d+\): Its list of values .*left out/);
  });

  it('says that an id of text becomes another one', async () => {
    const { notes } = await read({
      title: 'Car',
      properties: { name, carId: { type: 'string' } },
    });
    expect(notes.join()).toMatch(/carId \(\d+\): .* has the type of an id/);
  });

  it.each<[string, string, RegExp]>([
    ['a list', '[]', /no JSON Schema/],
    ['a text', 'just words', /no JSON Schema/],
    ['no objects', '{"type":"string"}', /no schema in the source/],
    [
      'other documents',
      '{"$ref":"car.json"}',
      /in other .* "car.json".*Bundle/,
    ],
    ['itself and nothing else', '{"$ref":"#"}', /no schema in the source/],
    ['broken JSON', '{\n"properties": {\n"a": }\n', /cannot be read \(line \d/],
    [
      'an alias bomb',
      `a: &a [x]\n${'bcdefghij'
        .split('')
        .map(
          (key, at) =>
            `${key}: &${key} [${Array(9)
              .fill(`*${'abcdefghij'[at]}`)
              .join(',')}]`,
        )
        .join('\n')}`,
      /alias/i,
    ],
  ])('refuses %s', async (_what, text, message) => {
    await expect(importJsonSchema({ text })).rejects.toThrow(message);
  });
});
