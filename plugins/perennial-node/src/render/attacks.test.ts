import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  TestFolder,
  addFiles,
  listTree,
  readTree,
} from '../testing/TestFolder';
import { renderOptions, renderTest } from '../testing/renderTest';
import { makeEntity, makeField } from '../testing/resolvedModel';
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
  'b/'.repeat(40) + 'x',
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

describe('a link or a device in a skeleton', () => {
  const secret = folder.write('outside', { 'secret.txt': 'secret' });

  it.each([
    ['to a file', 'link.txt', join(secret, 'secret.txt')],
    ['to a folder', 'link', secret],
    ['to nothing', 'link', join(secret, 'missing')],
    ['to a file of its own', 'link', './a.txt'],
    ['to itself', 'loop', 'loop'],
    ['in a folder', 'deep/link', '../../..'],
    ['with an expression as its name', '${{ entity.kebab }}', secret],
  ])('%s is refused', async (_, name, to) => {
    const options = renderOptions(folder, {
      skeleton: { 'a.txt': 'x', 'deep/b.txt': 'x' },
    });
    symlinkSync(to, join(options.layers[0].path, name));
    await expect(renderService(options)).rejects.toThrow('is a symbolic link');
    expect(listTree(dirname(options.target))).toEqual([]);
  });

  it('as the layer itself is refused', async () => {
    const link = folder.fresh('link');
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(secret, link);
    await expect(
      renderTest(folder, { layers: [{ path: link }] }),
    ).rejects.toThrow('is not a folder');
  });
});

describe('a link in the target', () => {
  const CASES: [what: string, link: string][] = [
    ['for a file', 'a.txt'],
    ['for a folder', 'src'],
    ['for a folder in a folder', 'deep/er'],
    ['for model.yaml', 'model.yaml'],
    ['for .perennial', '.perennial'],
  ];

  it.each(CASES)('%s is refused and not followed', async (_, link) => {
    const outside = folder.write('outside', { keep: 'keep' });
    const options = renderOptions(folder, {
      skeleton: { 'a.txt': 'x', 'src/b.txt': 'x', 'deep/er/c.txt': 'x' },
    });
    addFiles(options.target, { 'deep/mine.txt': 'mine' });
    symlinkSync(
      link.includes('.txt') || link.includes('.yaml')
        ? join(outside, 'keep')
        : outside,
      join(options.target, link),
    );
    await expect(renderService(options)).rejects.toThrow('is a symbolic link');
    expect(readTree(outside)).toEqual({ keep: 'keep' });
    expect(listTree(options.target)).toEqual(['deep/mine.txt', link].sort());
  });

  it('and the target itself as a link is refused', async () => {
    const outside = folder.write('outside', {});
    const target = folder.fresh('target');
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(outside, target);
    await expect(
      renderTest(folder, { target, skeleton: { a: '' } }),
    ).rejects.toThrow('is a symbolic link');
    expect(listTree(outside)).toEqual([]);
  });

  it('and a dangling link as the target is refused', async () => {
    const target = folder.fresh('target');
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(dirname(target), 'elsewhere'), target);
    await expect(
      renderTest(folder, { target, skeleton: { a: '' } }),
    ).rejects.toThrow('is a symbolic link');
  });

  it('and a file as the target is refused', async () => {
    const parent = folder.write('parent', { file: 'x' });
    await expect(
      renderTest(folder, { target: join(parent, 'file'), skeleton: { a: '' } }),
    ).rejects.toThrow('is not a folder');
  });

  it.each([
    ['a folder for a file', { 'a.txt/x': 'mine' }],
    ['a file for a folder', { src: 'mine' }],
  ])('%s is refused', async (_, tree) => {
    const options = renderOptions(folder, {
      skeleton: { 'a.txt': 'x', 'src/b.txt': 'x' },
    });
    addFiles(options.target, tree);
    await expect(renderService(options)).rejects.toThrow(
      'something else in the target',
    );
    expect(readTree(options.target)).toEqual(tree);
  });
});

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
