import fs from 'node:fs/promises';
import path from 'node:path';
import { IsolatedGit } from '../git/IsolatedGit';

/** Git's modes of ordinary files. */
const FILE_MODES = ['100644', '100755'];

/**
 * Writes the files of a commit into the work tree of a {@link IsolatedGit},
 * byte for byte. Links and submodules are left out: a step after this one must
 * not be led out of its workspace.
 *
 * @returns the number of files written
 */
export async function writeFiles(
  git: IsolatedGit,
  commit: string,
): Promise<number> {
  const index = 'checkout';
  await git.run({ args: ['read-tree', commit], index });
  const listing = await git.run({
    args: ['ls-files', '--stage', '-z'],
    index,
  });
  const files = listing
    .split('\0')
    .filter(line => FILE_MODES.includes(line.split(' ')[0]))
    .map(line => line.slice(line.indexOf('\t') + 1));
  await git.run({
    args: ['checkout-index', '--force', '--quiet', '-z', '--stdin'],
    input: files.map(file => `${file}\0`).join(''),
    index,
  });
  return files.length;
}

/** Makes an empty folder, whatever was in it: a retried task starts over. */
export async function emptyFolder(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  for (const name of await fs.readdir(folder)) {
    await fs.rm(path.join(folder, name), { recursive: true, force: true });
  }
}
