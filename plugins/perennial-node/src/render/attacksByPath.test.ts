import { dirname } from 'node:path';
import { TestFolder, listTree } from '../__testUtils__/TestFolder';
import { renderOptions, renderTest } from '../__testUtils__/renderTest';
import { makeEntity } from '../__testUtils__/resolvedModel';
import { renderService } from './renderService';

const folder = new TestFolder();

const EVIL_PATHS = [
  '..',
  '../x',
  '../../etc/cron.d/x',
  'a/../../x',
  './x',
  'a/./b',
  '/etc/passwd',
  '//x',
  'a//b',
  'a/',
  '..\\x',
  'C:\\x',
  'C:/x',
  'x:y',
  '.git/config',
  '.git/hooks/pre-commit',
  '.GIT/config',
  'a/.Git/b',
  'git~1/config',
  '.git ',
  '.git.',
  '.g\u200cit/config',
  '.git\u200f/config',
  '．git/config',
  'con',
  'NUL.txt',
  'aux/x',
  'com1',
  'lpt9.log',
  'a\u0001b',
  'a\nb',
  'a\u001b[0m',
  'a\u0085',
  'a<b',
  'a|b',
  'a?',
  'a*',
  'a"b',
  'x.',
  'x ',
  ' x',
  '\u202etxt.exe',
  '\ud800',
  'a'.repeat(256),
  `${'b/'.repeat(40)}x`,
];

describe('a path that a value makes', () => {
  it.each(EVIL_PATHS)('%j is refused', async evil => {
    const options = renderOptions(folder, {
      values: { evil },
      skeleton: { 'src/${{ values.evil }}': 'x', 'fine.txt': 'x' },
    });
    await expect(renderService(options)).rejects.toThrow(/renders to the path/);
    expect(listTree(dirname(options.target))).toEqual([]);
  });

  it.each(EVIL_PATHS)(
    '%j is refused at the top and for an entity',
    async evil => {
      const entities = [
        makeEntity('Product', { kebab: evil }),
        makeEntity('Tag'),
      ];
      await expect(
        renderTest(folder, {
          entities,
          skeleton: { '${{ entity.kebab }}': 'x' },
        }),
      ).rejects.toThrow(
        /for the entity 'Product' renders to the path|is taken|clash/,
      );
    },
  );

  it('with NUL is refused', async () => {
    await expect(
      renderTest(folder, {
        values: { evil: 'a\0b' },
        skeleton: { '${{ values.evil }}': 'x' },
      }),
    ).rejects.toThrow('values.evil holds a NUL character');
  });
});

describe('a path that a skeleton has', () => {
  it.each([
    '.git/config',
    '.GIT/hooks/x',
    'git~1/x',
    'a/.git/x',
    'con.txt',
    'a:b',
    'x.',
    'a\\b',
    ' x',
    'a\u200bb',
    'tab\tx',
  ])('%j is refused', async path => {
    await expect(
      renderTest(folder, { skeleton: { [path]: 'x' } }),
    ).rejects.toThrow('renders to the path');
  });

  it.each([
    'model.yaml',
    'MODEL.yaml',
    '.perennial/lineage.yaml',
    '.Perennial/x',
    '.perennial',
    'model.yaml/x',
  ])('%j is refused: the engine writes it', async path => {
    await expect(
      renderTest(folder, { skeleton: { [path]: 'x' } }),
    ).rejects.toThrow('clash');
  });
});

const CLASHES: [string, Record<string, string>][] = [
  ['two entities with one name', { '${{ entity.snake }}.js': '' }],
  ['two entities in case only', { '${{ entity.camel }}.js': '' }],
  ['an entity and a file', { '${{ entity.kebab }}.js': '', 'product.js': '' }],
  ['two files', { "${{ 'a' }}.js": '', 'a.js': '' }],
  ['two files in case only', { 'A.js': '', 'a.js': '' }],
  ['two folders in case only', { 'Src/a.js': '', 'src/b.js': '' }],
  ['two files in Unicode form only', { 'é.js': '', 'e\u0301.js': '' }],
  ['a file and a folder', { "${{ 'a' }}": '', 'a/b': '' }],
];

describe('paths that clash', () => {
  it.each(CLASHES)('%s', async (_, skeleton) => {
    const entities = [
      makeEntity('Product', { snake: 'same', camel: 'Same' }),
      makeEntity('Tag', { snake: 'same', camel: 'same' }),
    ];
    await expect(renderTest(folder, { entities, skeleton })).rejects.toThrow(
      'clash over the path',
    );
  });

  it('names both entities', async () => {
    const entities = [
      makeEntity('Product', { kebab: 'same' }),
      makeEntity('Tag', { kebab: 'same' }),
    ];
    await expect(
      renderTest(folder, {
        entities,
        skeleton: { 'src/${{ entity.kebab }}.js': '' },
      }),
    ).rejects.toThrow(
      "'skeleton/src/${{ entity.kebab }}.js' for the entity 'Tag' and 'skeleton/src/${{ entity.kebab }}.js' for the entity 'Product' clash over the path 'src/same.js'",
    );
  });
});
