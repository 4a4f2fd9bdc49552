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

/** Link where it cannot be done: another file system, or too many of one file. */
const NOT_LINKABLE = new Set(['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP']);

/**
 * Copies a folder by hard links, as `cp -al` does: at once, and for no room. A
 * file is copied where it cannot be linked.
 */
export async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await linkTree(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (entry.isFile()) {
      await linkFile(source, target);
    }
  }
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
