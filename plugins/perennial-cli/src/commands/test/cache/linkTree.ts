import { constants } from 'node:fs';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readlink,
  symlink,
  utimes,
} from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';

/** Why a file cannot be linked: another file system, too many links, or no right to. */
const NOT_LINKABLE = new Set(['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP']);

/**
 * Copies a folder by hard links, as `cp -al` does: at once, and for no room. A
 * file is copied where it cannot be linked.
 */
export async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  // One after the other takes three times as long.
  await Promise.all(
    entries.map(async entry => {
      const source = join(from, entry.name);
      const target = join(to, entry.name);
      if (entry.isDirectory()) {
        await linkTree(source, target);
      } else if (entry.isSymbolicLink()) {
        await symlink(await readlink(source), target);
      } else if (entry.isFile()) {
        await linkFile(source, target);
      }
    }),
  );
  const { atime, mtime } = await lstat(from);
  await utimes(to, atime, mtime);
}

async function linkFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    if (!isError(error) || !NOT_LINKABLE.has(`${error.code}`)) {
      throw error;
    }
    await copyFile(source, target, constants.COPYFILE_FICLONE);
    const { atime, mtime } = await lstat(source);
    await utimes(target, atime, mtime);
  }
}
