import { createHash } from 'node:crypto';
import type { RenderedFile } from './types';

/**
 * The id that Git gives to a file with this content (SHA-1 object format).
 *
 * @public
 */
export function gitBlobId(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** Order by UTF-16 code unit: the same on every machine, unlike a locale's. */
export function comparePaths(
  left: { path: string },
  right: { path: string },
): number {
  if (left.path === right.path) {
    return 0;
  }
  return left.path < right.path ? -1 : 1;
}

/** One hash over every path, mode and content. */
export function digestFiles(files: RenderedFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.mode} ${file.blob}\t${file.path}\0`);
  }
  return `sha256:${hash.digest('hex')}`;
}
