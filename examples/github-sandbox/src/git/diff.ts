import { Git } from './Git';

/** The tree without entries, which Git knows without storing it. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** One file that differs between two trees. */
export interface FileChange {
  status: 'added' | 'removed' | 'modified' | 'renamed';
  path: string;
  previousPath?: string;
  sha: string;
  additions: number;
  deletions: number;
  binary: boolean;
  /** Unified hunks, without the file header. */
  patch?: string;
}

const STATUS: Record<string, FileChange['status']> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};

function parseRaw(fields: string[]): {
  changes: FileChange[];
  rest: string[];
} {
  const changes: FileChange[] = [];
  let index = 0;
  while (index < fields.length && fields[index].startsWith(':')) {
    const [, , before, after, letter] = fields[index].split(' ');
    const status = STATUS[letter[0]] ?? 'modified';
    const renamed = status === 'renamed';
    changes.push({
      status,
      path: fields[index + (renamed ? 2 : 1)],
      ...(renamed && { previousPath: fields[index + 1] }),
      sha: status === 'removed' ? before : after,
      additions: 0,
      deletions: 0,
      binary: false,
    });
    index += renamed ? 3 : 2;
  }
  return { changes, rest: fields.slice(index) };
}

function addCounts(changes: FileChange[], fields: string[]) {
  let index = 0;
  for (const change of changes) {
    const [additions, deletions, name] = (fields[index] ?? '').split('\t');
    change.binary = additions === '-';
    change.additions = Number(additions) || 0;
    change.deletions = Number(deletions) || 0;
    // A rename has an empty name here and the two names in fields of their own.
    index += name === '' ? 3 : 1;
  }
}

/** The files that differ from one tree-ish to another, with their hunks unless left out. */
export async function listChanges(
  git: Git,
  from: string,
  to: string,
  options: { patches?: boolean } = {},
): Promise<FileChange[]> {
  const compare = ['diff-tree', '-r', '-M', '--no-ext-diff', '--no-textconv'];
  const { stdout } = await git.run([
    ...compare,
    '--raw',
    '--numstat',
    '--no-abbrev',
    '-z',
    from,
    to,
  ]);
  const fields = stdout.toString().split('\0').slice(0, -1);
  const { changes, rest } = parseRaw(fields);
  addCounts(changes, rest);
  if (options.patches === false || changes.length === 0) {
    return changes;
  }
  const patches = (await unifiedDiff(git, from, to))
    .split(/^diff --git /m)
    .slice(1);
  changes.forEach((change, position) => {
    const hunks = patches[position]?.search(/^@@ /m) ?? -1;
    if (hunks >= 0) {
      change.patch = patches[position].slice(hunks).replace(/\n$/, '');
    }
  });
  return changes;
}

/** The whole difference as text, as `git diff` prints it. */
export async function unifiedDiff(
  git: Git,
  from: string,
  to: string,
): Promise<string> {
  const { stdout } = await git.run([
    'diff-tree',
    '-r',
    '-M',
    '-p',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--full-index',
    from,
    to,
  ]);
  return stdout.toString();
}
