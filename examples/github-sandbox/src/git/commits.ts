import { Git } from './Git';
import { type Signature } from './objects';

/** A commit as it is stored. */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

function parseSignature(line: string): Signature {
  const match = line.match(/^(.*?) ?<(.*?)> (-?\d+) ([+-]\d{4})$/);
  if (!match) {
    return { name: '', email: '', date: new Date(0).toISOString() };
  }
  return {
    name: match[1],
    email: match[2],
    date: new Date(Number(match[3]) * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

function parseCommit(sha: string, raw: string): Commit {
  const end = raw.indexOf('\n\n');
  const header = (end < 0 ? raw : raw.slice(0, end)).split('\n');
  const values = (key: string) =>
    header
      .filter(line => line.startsWith(`${key} `))
      .map(line => line.slice(key.length + 1));
  return {
    sha,
    tree: values('tree')[0],
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: end < 0 ? '' : raw.slice(end + 2),
  };
}

/** The commits with these object names, in the same order. */
export async function readCommits(git: Git, shas: string[]): Promise<Commit[]> {
  if (shas.length === 0) {
    return [];
  }
  const { stdout } = await git.run(['cat-file', '--batch'], {
    input: `${shas.join('\n')}\n`,
  });
  const commits: Commit[] = [];
  let offset = 0;
  while (offset < stdout.length) {
    const lineEnd = stdout.indexOf(10, offset);
    const [sha, type, size] = stdout
      .subarray(offset, lineEnd)
      .toString()
      .split(' ');
    if (type !== 'commit') {
      throw new Error(`Object ${sha} is not a commit but ${type}`);
    }
    const end = lineEnd + 1 + Number(size);
    commits.push(
      parseCommit(sha, stdout.subarray(lineEnd + 1, end).toString()),
    );
    offset = end + 1;
  }
  return commits;
}

/** One commit. */
export async function readCommit(git: Git, sha: string): Promise<Commit> {
  return (await readCommits(git, [sha]))[0];
}

/** What to list. */
export interface CommitRange {
  from: string;
  /** Commits reached from here are left out. */
  except?: string;
  path?: string;
  limit?: number;
  skip?: number;
  oldestFirst?: boolean;
}

function rangeArguments(range: CommitRange): string[] {
  return [
    range.from,
    ...(range.except ? [`^${range.except}`] : []),
    ...(range.path ? ['--', range.path] : []),
  ];
}

/** Commits of a range, newest first unless asked otherwise. */
export async function listCommits(
  git: Git,
  range: CommitRange,
): Promise<Commit[]> {
  const output = await git.text([
    'rev-list',
    ...(range.limit === undefined ? [] : [`--max-count=${range.limit}`]),
    ...(range.skip ? [`--skip=${range.skip}`] : []),
    ...(range.oldestFirst ? ['--reverse', '--topo-order'] : []),
    ...rangeArguments(range),
  ]);
  return readCommits(git, output.split('\n').filter(Boolean));
}

/** How many commits a range has. */
export async function countCommits(
  git: Git,
  range: CommitRange,
): Promise<number> {
  return Number(
    await git.text(['rev-list', '--count', ...rangeArguments(range)]),
  );
}

/** The best common ancestor, if there is one. */
export async function mergeBase(
  git: Git,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { stdout, exitCode } = await git.run(['merge-base', one, other], {
    exitCodes: [0, 1],
  });
  return exitCode === 0 ? stdout.toString().trim() : undefined;
}
