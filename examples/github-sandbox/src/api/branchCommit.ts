import type { Git } from '../git/Git';
import {
  writeCommit,
  writeTree,
  type Signature,
  type TreeChange,
} from '../git/objects';
import { changeRef, readRef } from '../git/refs';
import { ApiError } from './ApiError';

/** Makes a commit on top of a branch and moves the branch to it. */
export async function commitOnBranch(
  git: Git,
  options: {
    branch: string;
    changes: TreeChange[];
    message: string;
    author: Signature;
    committer: Signature;
  },
): Promise<string> {
  const name = `refs/heads/${options.branch}`;
  const tip = await readRef(git, name);
  const commit = await writeCommit(git, {
    tree: await writeTree(git, tip?.sha, options.changes),
    parents: tip ? [tip.sha] : [],
    author: options.author,
    committer: options.committer,
    message: options.message,
  });
  if (!(await changeRef(git, name, { to: commit, expected: tip?.sha }))) {
    throw new ApiError(
      409,
      `${options.branch} has been changed meanwhile: read it again`,
    );
  }
  return commit;
}
