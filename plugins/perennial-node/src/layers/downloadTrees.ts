import fs from 'node:fs/promises';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { LayerTree, ReadTree } from './types';

/**
 * Reads trees with one request each, into folders of `directory`.
 *
 * @public
 */
export function downloadTrees(options: {
  reader: UrlReaderService;
  /** An empty folder. */
  directory: string;
  signal?: AbortSignal;
}): ReadTree {
  const { directory, ...rest } = options;
  let count = 0;
  return async tree => {
    const folder = path.join(directory, String(count));
    count += 1;
    await fs.mkdir(folder);
    return { folder, etag: await downloadTree({ ...rest, tree, folder }) };
  };
}

/**
 * Reads what is needed of a tree into a folder, and says at which version.
 *
 * @public
 */
export async function downloadTree(options: {
  reader: UrlReaderService;
  tree: LayerTree;
  /** An empty folder. */
  folder: string;
  /** The version that is there already: where it is current still, a NotModifiedError is thrown. */
  etag?: string;
  /** Bytes that the needed files may have together. */
  maximumBytes?: number;
  signal?: AbortSignal;
}): Promise<string> {
  const { reader, tree, etag, signal, maximumBytes = Infinity } = options;
  let bytes = 0;
  const response = await reader.readTree(tree.url, {
    etag,
    signal,
    filter: (file, info) => {
      const isNeeded = tree.folders.some(
        folder => folder === '' || file.startsWith(`${folder}/`),
      );
      bytes += isNeeded ? info?.size ?? 0 : 0;
      // Whatever is over the limit is not written either.
      return isNeeded && bytes <= maximumBytes;
    },
  });
  await response.dir({ targetDir: options.folder });
  if (bytes > maximumBytes) {
    throw new InputError(
      `The template's layers have more than ${maximumBytes} bytes. Is there a build or a node_modules in them?`,
    );
  }
  return response.etag;
}
