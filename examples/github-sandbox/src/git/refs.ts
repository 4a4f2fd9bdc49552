import { Git, GitCommandError } from './Git';

/** A name under refs/ and what it points at. */
export interface Ref {
  name: string;
  sha: string;
  type: string;
}

const OBJECT_NAME = /^[0-9a-f]{40}$/;
const SHORT_OBJECT_NAME = /^[0-9a-f]{7,40}$/;

/** Forty hexadecimal digits. */
export function isObjectName(text: unknown): text is string {
  return typeof text === 'string' && OBJECT_NAME.test(text);
}

/** The rules of `git check-ref-format`, plus no leading dash. */
export function isValidRefName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 250 &&
    // eslint-disable-next-line no-control-regex
    !/[\x00-\x20\x7f~^:?*[\\]/.test(name) &&
    !/\.\.|@\{|\/\/|^[-/]|[/.]$/.test(name) &&
    name !== '@' &&
    name
      .split('/')
      .every(part => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}

/** The first of the expressions that names an object. Given by stdin, so none can be an option. */
export async function findObject(
  git: Git,
  expressions: string[],
): Promise<{ sha: string; type: string; size: number } | undefined> {
  const safe = expressions.filter(text => !/[\n\r\0]/.test(text));
  if (safe.length === 0) {
    return undefined;
  }
  const answer = await git.text(['cat-file', '--batch-check'], {
    input: `${safe.join('\n')}\n`,
  });
  for (const line of answer.split('\n')) {
    const match = line.match(/^([0-9a-f]{40}) (\w+) (\d+)$/);
    if (match) {
      return { sha: match[1], type: match[2], size: Number(match[3]) };
    }
  }
  return undefined;
}

/** What GitHub takes for a ref: a branch, a tag, a qualified name, or an object name. */
export async function resolveCommit(
  git: Git,
  ref: string,
): Promise<string | undefined> {
  if (!isValidRefName(ref)) {
    return undefined;
  }
  const expressions = [
    `refs/heads/${ref}^{commit}`,
    `refs/tags/${ref}^{commit}`,
  ];
  if (/^(refs|heads|tags|pull)\//.test(ref)) {
    expressions.push(`refs/${ref.replace(/^refs\//, '')}^{commit}`);
  }
  if (SHORT_OBJECT_NAME.test(ref)) {
    expressions.unshift(`${ref}^{commit}`);
  }
  if (ref === 'HEAD') {
    expressions.push('HEAD^{commit}');
  }
  return (await findObject(git, expressions))?.sha;
}

/** The refs below a prefix such as `refs/heads/`, by name. */
export async function listRefs(git: Git, prefix: string): Promise<Ref[]> {
  const output = await git.text([
    'for-each-ref',
    '--format=%(objectname) %(objecttype) %(refname)',
  ]);
  return output
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [sha, type, ...name] = line.split(' ');
      return { sha, type, name: name.join(' ') };
    })
    .filter(ref => ref.name.startsWith(prefix));
}

/** One ref by its full name. */
export async function readRef(
  git: Git,
  name: string,
): Promise<Ref | undefined> {
  if (!isValidRefName(name)) {
    return undefined;
  }
  const found = await findObject(git, [name]);
  return found && { name, sha: found.sha, type: found.type };
}

/**
 * Moves, makes or deletes a ref in one step.
 * `expected` is what it must point at now; `undefined` means "must not exist".
 * Returns false where it does not, and leaves it as it was.
 */
export async function changeRef(
  git: Git,
  name: string,
  change: { to?: string; expected?: string },
): Promise<boolean> {
  const none = '0'.repeat(40);
  const line = change.to
    ? `update ${name} ${change.to} ${change.expected ?? none}\n`
    : `delete ${name} ${change.expected ?? ''}\n`;
  try {
    await git.run(['update-ref', '--stdin'], { input: line });
    return true;
  } catch (error) {
    if (error instanceof GitCommandError) {
      return false;
    }
    throw error;
  }
}

/** Whether the first commit is reached from the second. */
export async function isAncestor(
  git: Git,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  const { exitCode } = await git.run(
    ['merge-base', '--is-ancestor', ancestor, descendant],
    { exitCodes: [0, 1] },
  );
  return exitCode === 0;
}
