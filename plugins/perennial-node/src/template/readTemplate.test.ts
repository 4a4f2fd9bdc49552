import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { TestFolder } from '../__testUtils__/TestFolder';
import { readTemplate } from './readTemplate';
import { resolveLayers } from './resolveLayers';

const folder = new TestFolder();

describe('readTemplate', () => {
  const CASES: [what: string, text: string | undefined, part: string][] = [
    ['no file', undefined, 'it has no file template.yaml'],
    ['no YAML', 'a: [', 'is not valid YAML'],
    [
      'another kind',
      'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Component\nmetadata: { name: x }\nspec: { steps: [] }',
      'is not a Backstage template',
    ],
    [
      'another version',
      'apiVersion: backstage.io/v1beta2\nkind: Template\nmetadata: { name: x }\nspec: { steps: [] }',
      'is not a Backstage template',
    ],
    [
      'no steps',
      'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: { name: x }\nspec: {}',
      'is not a Backstage template',
    ],
    ['a list', '- a', 'is not a Backstage template'],
    ['nothing', '', 'is not a Backstage template'],
  ];

  it.each(CASES)('refuses a folder with %s', async (_, text, part) => {
    const path = folder.write(
      'template',
      text === undefined ? {} : { 'template.yaml': text },
    );
    await expect(readTemplate({ folder: path })).rejects.toThrow(part);
  });

  it('refuses a link to a template', async () => {
    const path = folder.write('template', { 'other.yaml': '' });
    symlinkSync('other.yaml', join(path, 'template.yaml'));
    await expect(readTemplate({ folder: path })).rejects.toThrow('no file');
  });
});

describe('resolveLayers', () => {
  const WHEN: [when: unknown, expected: boolean][] = [
    [undefined, true],
    [true, true],
    ['true', true],
    ['yes', true],
    [1, true],
    [['a'], true],
    [{}, true],
    [false, false],
    ['', false],
    ['false', false],
    [0, false],
    [null, false],
    [[], false],
  ];

  it.each(WHEN)('reads the condition %j', async (when, expected) => {
    const root = folder.write('templates', { 'a/skeleton/x': '' });
    const [layer] = await resolveLayers({
      folder: join(root, 'a'),
      layers: [{ path: './skeleton', when: when as never }],
    });
    expect(layer.when).toBe(expected);
  });

  it.each(['a/link', 'parts'])('refuses a link on the way: %s', async link => {
    const root = folder.write('templates', { 'a/skeleton/x': '' });
    symlinkSync(
      folder.write('outside', { 'skeleton/x': '' }),
      join(root, link),
    );
    const path = link === 'parts' ? '../parts/skeleton' : './link/skeleton';
    await expect(
      resolveLayers({ folder: join(root, 'a'), layers: [{ path }] }),
    ).rejects.toThrow('is a symbolic link');
  });
});
