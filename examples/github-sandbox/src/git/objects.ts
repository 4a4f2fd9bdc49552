import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './Git';

/** One line of a tree. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
  path: string;
}

/** A change to a tree: an entry, or a path that goes away. */
export type TreeChange =
  | { path: string; mode: string; sha: string }
  | { path: string; removed: true };

/** A person and a moment, as a commit holds them. */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 */
  date: string;
}

/** The content of a blob. */
export async function readBlob(git: Git, sha: string): Promise<Buffer> {
  return (await git.run(['cat-file', 'blob', sha])).stdout;
}

/** Stores bytes and returns their object name. */
export async function writeBlob(git: Git, content: Buffer): Promise<string> {
  return git.text(['hash-object', '-w', '--stdin'], { input: content });
}

/** The entries of a tree or a commit's tree. */
export async function listTree(
  git: Git,
  treeish: string,
  options: { recursive?: boolean; path?: string } = {},
): Promise<TreeEntry[]> {
  const args = ['ls-tree', '-z', '--long', '--full-tree'];
  if (options.recursive) {
    args.push('-r', '-t');
  }
  args.push(treeish);
  if (options.path !== undefined) {
    args.push('--', options.path);
  }
  const { stdout } = await git.run(args);
  return stdout
    .toString()
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        mode,
        type: type as TreeEntry['type'],
        sha,
        ...(size !== '-' && { size: Number(size) }),
        path: line.slice(tab + 1),
      };
    });
}

/** A repository path without leading and trailing slashes, or undefined where it is not one. */
export function cleanPath(path: string): string | undefined {
  const clean = path.replace(/^\/+|\/+$/g, '');
  const parts = clean.split('/');
  const bad =
    clean.includes('\0') ||
    (clean !== '' &&
      parts.some(
        part =>
          part === '' ||
          part === '.' ||
          part === '..' ||
          part.toLowerCase() === '.git',
      ));
  return bad ? undefined : clean;
}

/** What lies at a path; the root is a tree without a name. */
export async function findEntry(
  git: Git,
  commit: string,
  path: string,
): Promise<TreeEntry | undefined> {
  if (path === '') {
    const sha = await git.text(['rev-parse', `${commit}^{tree}`]);
    return { mode: '040000', type: 'tree', sha, path: '' };
  }
  return (await listTree(git, commit, { path })).find(
    entry => entry.path === path,
  );
}

/** Writes a tree: the base with the changes applied, in an index of its own. */
export async function writeTree(
  git: Git,
  base: string | undefined,
  changes: TreeChange[],
): Promise<string> {
  const indexFile = join(git.directory, `sandbox-index-${randomUUID()}`);
  const environment = { GIT_INDEX_FILE: indexFile };
  try {
    await git.run(base ? ['read-tree', base] : ['read-tree', '--empty'], {
      environment,
    });
    const lines = changes.flatMap(change => {
      if ('removed' in change) {
        return [`0 ${'0'.repeat(40)}\t${change.path}\0`];
      }
      return change.mode === '040000'
        ? []
        : [`${change.mode} ${change.sha} 0\t${change.path}\0`];
    });
    if (lines.length > 0) {
      await git.run(
        ['update-index', '--add', '--replace', '-z', '--index-info'],
        { input: lines.join(''), environment },
      );
    }
    for (const change of changes) {
      if ('sha' in change && change.mode === '040000') {
        await git.run(['read-tree', `--prefix=${change.path}/`, change.sha], {
          environment,
        });
      }
    }
    return await git.text(['write-tree'], { environment });
  } finally {
    await rm(indexFile, { force: true });
  }
}

function signatureLine(signature: Signature): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim();
  const offset = signature.date.match(/([+-]\d\d):?(\d\d)$/);
  const seconds = Math.floor(Date.parse(signature.date) / 1000);
  const zone = offset ? `${offset[1]}${offset[2]}` : '+0000';
  return `${clean(signature.name)} <${clean(
    signature.email,
  )}> ${seconds} ${zone}`;
}

/**
 * Stores a commit with exactly the given message, as GitHub does:
 * `git commit-tree` would add a line break and so another object name.
 */
export async function writeCommit(
  git: Git,
  commit: {
    tree: string;
    parents: string[];
    author: Signature;
    committer: Signature;
    message: string;
  },
): Promise<string> {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${signatureLine(commit.author)}`,
    `committer ${signatureLine(commit.committer)}`,
    '',
    commit.message.replace(/\0/g, ''),
  ];
  return git.text(['hash-object', '-t', 'commit', '-w', '--stdin'], {
    input: lines.join('\n'),
  });
}
