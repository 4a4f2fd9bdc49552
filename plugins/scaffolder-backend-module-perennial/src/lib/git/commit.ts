import { InputError } from '@backstage/errors';
import { CommitAuthor } from '../repository/types';
import { IsolatedGit } from './IsolatedGit';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const NESTED_REPOSITORY_MODE = '160000';

/** The commit's own id, and that of its content. */
export interface Commit {
  hash: string;
  tree: string;
}

export interface CommitDetails {
  message: string;
  author: CommitAuthor;
  /** ISO 8601; whole seconds count. */
  date: string;
}

/**
 * Records the files as a Git tree. The tree's id depends on paths, contents
 * and exec bits alone.
 */
export async function writeTree(git: IsolatedGit): Promise<string> {
  await git.run({ args: ['add', '--all'] });
  const tree = (await git.run({ args: ['write-tree'] })).trim();
  if (tree === EMPTY_TREE) {
    throw new InputError(
      'There is nothing to publish: the workspace (or its `sourcePath`) holds no files. Check that a step ' +
        'before this one writes them there. After a restart of the backend, start the task over: its workspace is gone.',
    );
  }
  const listing = await git.run({ args: ['ls-tree', '-r', '-z', tree] });
  const nested = listing
    .split('\0')
    .find(line => line.startsWith(NESTED_REPOSITORY_MODE));
  if (nested) {
    throw new InputError(
      `The folder "${
        nested.split('\t')[1]
      }" of the workspace is a Git repository of its own, and its ` +
        'files would not be published. Remove its .git folder in a step before this one.',
    );
  }
  return tree;
}

/** Makes a commit; the same arguments make the same commit. */
export async function writeCommit(options: {
  git: IsolatedGit;
  tree: string;
  /** The commit that it is made on; none for the first of a repository. */
  parent?: string;
  details: CommitDetails;
}): Promise<Commit> {
  const { git, tree, parent, details } = options;
  const seconds = Math.floor(Date.parse(details.date) / 1000);
  const date = `${seconds} +0000`;
  const { name, email } = details.author;
  const stdout = await git.run({
    args: ['commit-tree', tree, ...(parent ? ['-p', parent] : [])],
    input: details.message,
    variables: {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    },
  });
  return { hash: stdout.trim(), tree };
}
