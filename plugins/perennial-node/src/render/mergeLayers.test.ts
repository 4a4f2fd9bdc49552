import { TestFolder } from '../__testUtils__/TestFolder';
import { renderTest } from '../__testUtils__/renderTest';
import type { Layer } from './types';

const folder = new TestFolder();
const base = folder.write('base', {
  'a.txt': 'base',
  'b.txt': 'base',
  '${{ entity.kebab }}.js': 'base',
});
const part = folder.write('part', { 'b.txt': 'part', 'c.txt': 'part' });
const other = folder.write('other', {
  'b.txt': 'other',
  '${{ entity.kebab }}.js': 'other',
});

const render = (layers: Layer[]) => renderTest(folder, { layers });

describe('layers', () => {
  it('add files, and override those that they declare', async () => {
    expect(
      await render([{ path: base }, { path: part, overrides: ['b.txt'] }]),
    ).toEqual({
      'a.txt': 'base',
      'b.txt': 'part',
      'c.txt': 'part',
      'product.js': 'base',
    });
  });

  it('override in turn, by the path in the skeleton', async () => {
    expect(
      await render([
        { path: base },
        { path: part, overrides: ['b.txt'] },
        { path: other, overrides: ['b.txt', '${{ entity.kebab }}.js'] },
      ]),
    ).toMatchObject({ 'b.txt': 'other', 'product.js': 'other' });
  });

  it('that are left out give no files, and what is declared of them stays true', async () => {
    expect(
      await render([
        { path: base },
        { path: part, when: false, overrides: ['b.txt'] },
      ]),
    ).toMatchObject({
      'b.txt': 'base',
    });
    expect(
      await render([
        { path: base },
        { path: part, when: false, overrides: ['b.txt'] },
        { path: other, overrides: ['b.txt', '${{ entity.kebab }}.js'] },
      ]),
    ).toEqual({ 'a.txt': 'base', 'b.txt': 'other', 'product.js': 'other' });
  });

  const REFUSED: [string, Layer[], string][] = [
    [
      'an undeclared override',
      [{ path: base }, { path: part }],
      "The layer 'part' has a file 'b.txt' that 'base/b.txt' has already",
    ],
    [
      'an override that the layer has no file for',
      [{ path: base }, { path: part, overrides: ['a.txt', 'b.txt'] }],
      "overrides 'a.txt', but it has no such file",
    ],
    [
      'an override of nothing',
      [{ path: base }, { path: part, overrides: ['b.txt', 'c.txt'] }],
      "overrides 'c.txt', but no earlier layer has such a file",
    ],
    [
      'an override in the first layer',
      [{ path: base, overrides: ['a.txt'] }],
      'no earlier layer',
    ],
    ['no layers', [], 'no layer to render'],
    [
      'a layer that does not exist',
      [{ path: `${base}-missing`, name: './skeleton' }],
      "The layer './skeleton' does not exist",
    ],
  ];

  it.each(REFUSED)('refuse %s', async (_, layers, part_) => {
    await expect(render(layers)).rejects.toMatchObject({ name: 'InputError' });
    await expect(render(layers)).rejects.toThrow(part_);
  });
});
