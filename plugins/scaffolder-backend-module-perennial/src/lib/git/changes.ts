import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { IsolatedGit } from './IsolatedGit';

const REMOVED_MODE = '000000';
const NO_BLOB = '0'.repeat(40);

/** A file that a commit puts into its parent's tree, or takes out of it. */
export interface Change {
  path: string;
  /** Git's file mode; {@link REMOVED_MODE} for one that is taken out. */
  mode: string;
  blob: string;
}

/**
 * What the folder of a {@link IsolatedGit} changes.
 *
 * With a base, that is each file that differs from the base; without one, each
 * file that the folder holds. A file that it does not hold stays as it is.
 */
export async function readChanges(options: {
  git: IsolatedGit;
  folder: string;
  /** A commit that the folder was filled from. */
  base?: string;
  /** Paths to take out, with slashes. */
  removed: string[];
}): Promise<Change[]> {
  const { git, folder, base, removed } = options;
  await refuseForeignEntries(folder);
  const index = 'changes';
  if (base) {
    await git.run({ args: ['read-tree', base], index });
  }
  await git.run({ args: ['add', '--ignore-removal', '.'], index });
  const listing = base
    ? await git.run({
        args: [
          ...['diff-index', '--cached', '-r', '-z', '--no-renames'],
          ...['--no-abbrev', base],
        ],
        index,
      })
    : await git.run({ args: ['ls-files', '--stage', '-z'], index });
  const changes = base ? parseDifferences(listing) : parseStages(listing);
  return [
    ...changes.filter(change => !removed.includes(change.path)),
    ...removed.map(it => ({ path: it, mode: REMOVED_MODE, blob: NO_BLOB })),
  ];
}

/** The tree that comes of a commit's one by the changes. */
export async function applyChanges(options: {
  git: IsolatedGit;
  commit: string;
  changes: Change[];
}): Promise<string> {
  const { git, commit, changes } = options;
  const index = 'result';
  await git.run({ args: ['read-tree', commit], index });
  await git.run({
    args: ['update-index', '-z', '--index-info'],
    input: changes
      .map(({ mode, blob, path: file }) => `${mode} ${blob}\t${file}\0`)
      .join(''),
    index,
  });
  return (await git.run({ args: ['write-tree'], index })).trim();
}

/**
 * What a commit changes in another, line by line, wherever in their files the
 * lines are by then.
 */
export async function changedLines(
  git: IsolatedGit,
  before: string,
  after: string,
): Promise<string> {
  const difference = await git.run({
    args: [
      ...['diff-tree', '-r', '-p', '--unified=0', '--no-renames'],
      ...['--binary', '--full-index', before, after],
    ],
  });
  return difference
    .split('\n')
    .filter(line => !line.startsWith('index '))
    .map(line => (line.startsWith('@@ ') ? '@@' : line))
    .join('\n');
}

/** `:100644 100644 <old> <new> M NUL path NUL`, for each file. */
function parseDifferences(listing: string): Change[] {
  const parts = listing.split('\0').filter(Boolean);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) {
      return [];
    }
    const [, mode, , blob] = part.split(' ');
    return [{ path: parts[index + 1], mode, blob }];
  });
}

/** `100644 <blob> 0 TAB path NUL`, for each file. */
function parseStages(listing: string): Change[] {
  return listing
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const [head, file] = line.split('\t');
      const [mode, blob] = head.split(' ');
      return { path: file, mode, blob };
    });
}

/**
 * Refuses what a pull request must not carry: Git's own folder, whose settings
 * could run programs, and links, which can lead out of the repository.
 */
async function refuseForeignEntries(folder: string): Promise<void> {
  const entries = await fs
    .readdir(folder, { withFileTypes: true, recursive: true })
    .catch(() => []);
  for (const entry of entries) {
    const where = path.relative(
      folder,
      path.join(entry.parentPath, entry.name),
    );
    if (entry.name.toLowerCase() === '.git') {
      throw new InputError(
        `The workspace holds "${where}", which is Git's own. Remove it in a step before this one.`,
      );
    }
    if (!entry.isFile() && !entry.isDirectory()) {
      throw new InputError(
        `"${where}" in the workspace is ${
          entry.isSymbolicLink() ? 'a symbolic link' : 'no ordinary file'
        }, which is not published. Put the file itself there.`,
      );
    }
  }
}
