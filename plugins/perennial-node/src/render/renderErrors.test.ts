import { TestFolder } from '../__testUtils__/TestFolder';
import { renderTest } from '../__testUtils__/renderTest';
import { makeEntity } from '../__testUtils__/resolvedModel';

const folder = new TestFolder();

const CASES: [
  what: string,
  skeleton: Record<string, string>,
  parts: string[],
][] = [
  [
    'an unknown filter',
    { 'a.txt': 'one\n two ${{ values.name | nonsense }}' },
    ["'skeleton/a.txt'", 'line 2', 'column', 'nonsense'],
  ],
  [
    'an unknown function',
    { 'src/a.js': '${{ fetch("x") }}' },
    ["'skeleton/src/a.js'", 'line 1'],
  ],
  [
    'a tag that is not closed',
    { 'a.txt': 'x\n{% if true %}' },
    ["'skeleton/a.txt'", 'line'],
  ],
  [
    'an expression that is not closed',
    { 'a.txt': '${{ values.name ' },
    ["'skeleton/a.txt'", 'line 1'],
  ],
  [
    'an include',
    { 'a.txt': '{% include "/etc/passwd" %}' },
    ["'skeleton/a.txt'"],
  ],
  ['an import', { 'a.txt': '{% import "x" as y %}' }, ["'skeleton/a.txt'"]],
  ['an extends', { 'a.txt': '{% extends "x" %}' }, ["'skeleton/a.txt'"]],
  [
    'a loop without end',
    { 'a.txt': '{% for i in range(100000000) %}x{% endfor %}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'a recursion without end',
    { 'a.txt': '{% macro f() %}${{ f() }}{% endmacro %}${{ f() }}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'an output without end',
    {
      'a.txt':
        '{% set x = "aaaaaaaaaa" %}{% for i in range(40) %}{% set x = x + x %}{% endfor %}${{ x }}',
    },
    ["'skeleton/a.txt'"],
  ],
  [
    'a regular expression',
    { 'a.txt': '${{ "aaaa" | replace(r/(a+)+$/, "") }}' },
    ["'skeleton/a.txt'", 'line 1'],
  ],
  [
    'a constructor',
    { 'a.txt': '${{ values.constructor.constructor("return process")() }}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'a prototype',
    { 'a.txt': '${{ values.__proto__.polluted }}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'a string constructor',
    { 'a.txt': '${{ "".constructor }}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'a global function constructor',
    { 'a.txt': '${{ range.constructor("return 1")() }}' },
    ["'skeleton/a.txt'"],
  ],
  [
    'an entity file',
    { 'src/${{ entity.kebab }}.js': 'x\n${{ entity.fields | nonsense }}' },
    [
      "'skeleton/src/${{ entity.kebab }}.js'",
      "for the entity 'Product'",
      'line 2',
    ],
  ],
  [
    'a path',
    { '${{ nonsense() }}.js': '' },
    ['The path of the skeleton file', 'nonsense'],
  ],
  [
    'an entity path',
    { '${{ entity.nonsense() }}.js': '' },
    ['The path of the skeleton file', "for the entity 'Product'"],
  ],
];

describe('a render error', () => {
  it.each(CASES)('names the place of %s', async (_, skeleton, parts) => {
    const rendering = renderTest(folder, {
      skeleton,
      values: { name: 'shop' },
      entities: [makeEntity('Product'), makeEntity('Tag')],
    });
    await expect(rendering).rejects.toMatchObject({ name: 'InputError' });
    const error: Error = await rendering.catch(reason => reason);
    for (const part of parts) {
      expect(error.message).toContain(part);
    }
  });

  it('names the entity that breaks, not the first', async () => {
    const rendering = renderTest(folder, {
      skeleton: {
        '${{ entity.kebab }}.js': "${{ nonsense() if entity.pascal == 'Tag' }}",
      },
      entities: ['Product', 'Category', 'Tag', 'Zone'].map(name =>
        makeEntity(name),
      ),
    });
    await expect(rendering).rejects.toThrow("for the entity 'Tag' (line 1");
  });

  it('does not let one render change the values of the next', async () => {
    const files = await renderTest(folder, {
      values: { list: ['a'] },
      skeleton: {
        '1.txt': '${{ values.list.push("b") }}${{ values.list }}',
        '2.txt': '${{ values.list }}',
        '${{ entity.kebab }}.txt': '${{ model.entities.push(1) }}',
      },
      entities: [makeEntity('Product'), makeEntity('Tag')],
    });
    expect(files).toEqual({
      '1.txt': '2a,b',
      '2.txt': 'a',
      'product.txt': '3',
      'tag.txt': '3',
    });
  });
});
