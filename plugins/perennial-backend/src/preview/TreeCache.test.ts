import fs from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import { TreeCache, type TreeCacheOptions } from './TreeCache';

const SIGNAL = new AbortController().signal;

function tree(name: string) {
  return {
    url: `https://github.com/acme/portal/tree/main/${name}`,
    folders: ['skeleton'],
    ofTemplate: true,
  };
}

describe('TreeCache', () => {
  const directory = createMockDirectory();
  let version = 'v1';
  let now = 0;
  const readTree = jest.fn<
    ReturnType<UrlReaderService['readTree']>,
    Parameters<UrlReaderService['readTree']>
  >();

  beforeEach(() => {
    directory.setContent({});
    version = 'v1';
    now = 0;
    readTree.mockReset();
    readTree.mockImplementation(async (_url, options) => {
      if (options?.etag === version) {
        throw new NotModifiedError();
      }
      return {
        etag: version,
        files: async () => [],
        archive: async () => {
          throw new Error('not needed');
        },
        dir: async ({ targetDir = '' } = {}) => {
          for (const file of ['skeleton/a.txt', 'other/b.txt']) {
            if (options?.filter?.(file, { size: 10 })) {
              const place = path.join(targetDir, file);
              await fs.mkdir(path.dirname(place), { recursive: true });
              await fs.writeFile(place, version);
            }
          }
          return targetDir;
        },
      };
    });
  });

  function cache(more: Partial<TreeCacheOptions> = {}): TreeCache {
    return new TreeCache({
      reader: { readTree } as unknown as UrlReaderService,
      directory: directory.path,
      maximumTrees: 2,
      maximumBytes: 1000,
      maximumAgeMilliseconds: 100,
      now: () => now,
      ...more,
    });
  }

  it('reads a tree once while it is young, and only what is needed of it', async () => {
    const trees = cache();
    const first = await trees.lease(tree('a'), SIGNAL);
    const second = await trees.lease(tree('a'), SIGNAL);
    expect(second).toMatchObject({ folder: first.folder, etag: 'v1' });
    expect(readTree).toHaveBeenCalledTimes(1);
    expect(await fs.readdir(first.folder)).toEqual(['skeleton']);
    const other = { ...tree('a'), folders: ['other'] };
    expect((await trees.lease(other, SIGNAL)).folder).not.toBe(first.folder);
  });

  it('asks whether an old one has changed, and keeps it where it has not', async () => {
    const trees = cache();
    const first = await trees.lease(tree('a'), SIGNAL);
    now = 100;
    expect((await trees.lease(tree('a'), SIGNAL)).folder).toBe(first.folder);
    expect(readTree.mock.calls.map(([, options]) => options?.etag)).toEqual([
      undefined,
      'v1',
    ]);
    now = 150;
    await trees.lease(tree('a'), SIGNAL);
    expect(readTree).toHaveBeenCalledTimes(2);
    expect(await fs.readdir(directory.path)).toHaveLength(1);
  });

  it('reads a changed one anew, and removes the old one when nobody reads it', async () => {
    const trees = cache();
    const first = await trees.lease(tree('a'), SIGNAL);
    version = 'v2';
    now = 100;
    const second = await trees.lease(tree('a'), SIGNAL);
    expect(second.etag).toBe('v2');
    expect(
      await fs.readFile(path.join(first.folder, 'skeleton/a.txt'), 'utf8'),
    ).toBe('v1');
    await first.release();
    await expect(fs.stat(first.folder)).rejects.toThrow('ENOENT');
    await second.release();
    expect(await fs.readdir(directory.path)).toEqual([
      path.basename(second.folder),
    ]);
  });

  it('lets those go that were used longest ago', async () => {
    const trees = cache();
    const folders: string[] = [];
    for (const name of ['a', 'b', 'a', 'c']) {
      const lease = await trees.lease(tree(name), SIGNAL);
      folders.push(path.basename(lease.folder));
      await lease.release();
    }
    expect((await fs.readdir(directory.path)).sort()).toEqual(
      [folders[0], folders[3]].sort(),
    );
  });

  it('refuses a tree that is too large, and leaves nothing of it', async () => {
    await expect(
      cache({ maximumBytes: 9 }).lease(tree('a'), SIGNAL),
    ).rejects.toThrow('more than 9 bytes');
    expect(await fs.readdir(directory.path)).toEqual([]);
  });

  it('keeps nothing of a download that failed, and tries it again', async () => {
    const trees = cache();
    readTree.mockRejectedValueOnce(new Error('no network'));
    await expect(trees.lease(tree('a'), SIGNAL)).rejects.toThrow('no network');
    expect(await fs.readdir(directory.path)).toEqual([]);
    expect((await trees.lease(tree('a'), SIGNAL)).etag).toBe('v1');
  });
});
