import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  TestFolder,
  addFiles,
  listTree,
  readTree,
} from '../__testUtils__/TestFolder';
import { renderOptions } from '../__testUtils__/renderTest';
import { renderService } from './renderService';

const folder = new TestFolder();

describe('a target that has files', () => {
  const skeleton = { 'a.txt': 'new', 'folder/b.txt': 'new' };

  it('is left alone where it has other files', async () => {
    const options = renderOptions(folder, { skeleton });
    addFiles(options.target, { 'mine.txt': 'mine', 'folder/mine.txt': 'mine' });
    await renderService(options);
    expect(readTree(options.target)).toMatchObject({
      'a.txt': 'new',
      'mine.txt': 'mine',
      'folder/b.txt': 'new',
      'folder/mine.txt': 'mine',
    });
  });

  it('is rendered over, as a retried task must', async () => {
    const options = renderOptions(folder, { skeleton });
    addFiles(options.target, { 'a.txt': 'half' });
    const first = await renderService(options);
    expect(readTree(options.target)['a.txt']).toBe('new');
    expect(await renderService(options)).toEqual(first);
  });

  it('is refused where asked, unless the content is the same', async () => {
    const options = renderOptions(folder, { skeleton, existing: 'refuse' });
    addFiles(options.target, { 'a.txt': 'mine' });
    await expect(renderService(options)).rejects.toThrow(
      "'a.txt' exists in the target with other content",
    );
    expect(readTree(options.target)).toEqual({ 'a.txt': 'mine' });
    writeFileSync(join(options.target, 'a.txt'), 'new');
    await expect(renderService(options)).resolves.toBeDefined();
  });

  it('is left as it was by a render that fails, with nothing beside it', async () => {
    const options = renderOptions(folder, {
      skeleton: { 'a.txt': 'new', 'z.txt': '${{ missing() }}' },
    });
    addFiles(options.target, { 'a.txt': 'mine' });
    await expect(renderService(options)).rejects.toThrow('z.txt');
    expect(listTree(join(options.target, '..'))).toEqual(['out/a.txt']);
  });

  it('is left as it was by a render that is cancelled', async () => {
    const controller = new AbortController();
    const options = renderOptions(folder, {
      skeleton: Object.fromEntries(
        [...Array(100).keys()].map(index => [`${index}.txt`, 'x']),
      ),
      signal: controller.signal,
      onProgress: ({ done }) => done === 40 && controller.abort(),
    });
    await expect(renderService(options)).rejects.toThrow('abort');
    expect(listTree(join(options.target, '..'))).toEqual([]);
  });
});
