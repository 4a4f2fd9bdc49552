import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  TestFolder,
  addFiles,
  listTree,
  readTree,
} from '../__testUtils__/TestFolder';
import { renderOptions, renderTest } from '../__testUtils__/renderTest';
import { renderService } from './renderService';

const folder = new TestFolder();

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
