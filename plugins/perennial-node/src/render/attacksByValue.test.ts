import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestFolder } from '../__testUtils__/TestFolder';
import { renderOptions, renderTest } from '../__testUtils__/renderTest';
import { makeEntity, makeField } from '../__testUtils__/resolvedModel';
import { renderService } from './renderService';

const folder = new TestFolder();

describe('values', () => {
  const CASES: [what: string, values: unknown, part: string][] = [
    ['an expression', { a: '${{ secrets.token }}' }, "values.a holds '${{'"],
    ['an expression in text', { a: 'x ${{ y }} z' }, 'values.a'],
    ['an expression without end', { a: '${{' }, 'values.a'],
    ['a block', { a: '{% raw %}' }, "values.a holds '{%'"],
    [
      'an expression deep down',
      { a: { b: [{ c: '${{ x }}' }] } },
      'values.a.b[0].c',
    ],
    ['an expression as a key', { 'a-${{ x }}': 1 }, 'a key of values'],
    ['a key with odd characters', { 'a b': '${{ x }}' }, 'values["a b"]'],
    [
      '__proto__',
      JSON.parse('{"__proto__": {"polluted": true}}'),
      "'__proto__'",
    ],
    [
      'a deep __proto__',
      { a: [JSON.parse('{"__proto__": 1}')] },
      "values.a[0] has a key '__proto__'",
    ],
    ['constructor', { constructor: 1 }, "'constructor'"],
    ['prototype', { a: { prototype: 1 } }, "values.a has a key 'prototype'"],
    ['NUL', { a: 'x\0' }, 'NUL'],
    ['a function', { a: () => 1 }, 'values.a is a function'],
    ['a big integer', { a: 10n }, 'values.a is a bigint'],
    ['a symbol', { a: Symbol('x') }, 'values.a is a symbol'],
    [
      'a long text',
      { a: 'x'.repeat(1024 * 1024 + 1) },
      'values.a is 1048577 characters',
    ],
    [
      'too many entries',
      { a: Array(20_001).fill(1) },
      'more than 20000 entries',
    ],
    [
      'too deep a nesting',
      { a: JSON.parse('['.repeat(40) + ']'.repeat(40)) },
      'levels deep',
    ],
  ];

  it.each(CASES)('with %s are refused', async (_, values, part) => {
    const rendering = renderTest(folder, {
      skeleton: { a: '' },
      values: values as never,
    });
    await expect(rendering).rejects.toMatchObject({ name: 'InputError' });
    await expect(rendering).rejects.toThrow(part);
  });

  const TEXTS = [
    '{{ x }}',
    '{# x #}',
    '#}',
    '%}',
    '}}',
    '$',
    '${x}',
    '`${x}`',
    '"; DROP TABLE x; --',
    "'''",
    '\\',
    '*/',
    '</script>',
    '\r\n',
    '\u2028',
    '🎉',
  ];

  it.each(TEXTS)('%j come out as they went in', async text => {
    const files = await renderTest(folder, {
      values: { text },
      entities: [
        makeEntity('Product', { description: text }),
        makeEntity('Tag', { description: text }),
      ],
      skeleton: {
        'a.txt': '<${{ values.text }}>',
        '${{ entity.kebab }}.txt':
          '<${{ entity.description }}>${{ entity.description | dump }}',
      },
    });
    expect(files).toEqual({
      'a.txt': `<${text}>`,
      'product.txt': `<${text}>${JSON.stringify(text)}`,
      'tag.txt': `<${text}>${JSON.stringify(text)}`,
    });
  });

  it('are not rendered a second time', async () => {
    const text = '${{ values.secret }}{% raw %}';
    const files = await renderTest(folder, {
      entities: [
        makeEntity('Product', { description: text }),
        makeEntity('Tag', { description: text }),
      ],
      skeleton: { '${{ entity.kebab }}.txt': '${{ entity.description }}' },
    });
    expect(files).toEqual({ 'product.txt': text, 'tag.txt': text });
  });

  it('of an entity with a reserved key are refused, and the entity named', async () => {
    const field = makeField('data', {
      default: JSON.parse('{"__proto__": 1}'),
    });
    await expect(
      renderTest(folder, {
        entities: [makeEntity('Product', { fields: [field] })],
        skeleton: { '${{ entity.kebab }}': 'x' },
      }),
    ).rejects.toThrow("the entity 'Product'");
  });
});

describe('limits', () => {
  it('refuse a skeleton file of more than 32 MiB', async () => {
    const options = renderOptions(folder, { skeleton: { 'a.bin': '' } });
    writeFileSync(
      join(options.layers[0].path, 'a.bin'),
      Buffer.alloc(32 * 1024 * 1024 + 1),
    );
    await expect(renderService(options)).rejects.toThrow('bytes');
  });

  it('refuse a skeleton that is too deep', async () => {
    await expect(
      renderTest(folder, { skeleton: { [`${'d/'.repeat(40)}x`]: '' } }),
    ).rejects.toThrow('folders deep');
  });

  it('refuse a text of more than a million characters that is rendered', async () => {
    const skeleton = { 'a.txt': `\${{ 1 }}${'x'.repeat(1024 * 1024)}` };
    await expect(renderTest(folder, { skeleton })).rejects.toThrow(
      'source code units',
    );
  });
});
