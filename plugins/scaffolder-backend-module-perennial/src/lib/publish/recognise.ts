import { GithubClient } from '../github/GithubClient';
import { GithubCommit } from '../github/types';
import { GitRemote } from '../git/GitRemote';
import { Commit } from '../git/commit';
import { PublishPlan } from './types';

/** What a repository holds, seen from a task that wants to publish into it. */
export type RemoteContent =
  | { kind: 'empty' }
  | { kind: 'published'; commitHash: string }
  | { kind: 'foreign' };

/** Answers of GitHub for a commit that is not there, or a repository without any. */
const NO_SUCH_COMMIT = [404, 409, 422];

/**
 * Tells whether the content was published already, by this run of the task, by
 * another that runs at the same time, or by one before it.
 */
export async function recogniseContent(options: {
  plan: PublishPlan;
  github: GithubClient;
  remote: GitRemote;
  commit: Commit;
  signal?: AbortSignal;
}): Promise<RemoteContent> {
  const { plan, github, remote, commit, signal } = options;
  const branches = await remote.branches();
  if (branches.size === 0) {
    return { kind: 'empty' };
  }
  const head = branches.get(plan.branch);
  if (head === undefined) {
    return { kind: 'foreign' };
  }
  if (head === commit.hash) {
    return { kind: 'published', commitHash: head };
  }
  // The same files under another message or date: the inputs of the step have
  // changed since, the content has not.
  const found = await readCommit({ plan, github, sha: head, signal });
  if (found?.parents.length === 0 && found.commit.tree.sha === commit.tree) {
    return { kind: 'published', commitHash: head };
  }
  // People have committed on top of what was published.
  const below = await readCommit({ plan, github, sha: commit.hash, signal });
  return below
    ? { kind: 'published', commitHash: commit.hash }
    : { kind: 'foreign' };
}

async function readCommit(options: {
  plan: PublishPlan;
  github: GithubClient;
  sha: string;
  signal?: AbortSignal;
}): Promise<GithubCommit | undefined> {
  const { plan, github, sha, signal } = options;
  const { status, data } = await github.request<GithubCommit>({
    method: 'GET',
    path: `/repos/${plan.owner}/${plan.repo}/commits/${sha}`,
    accept: NO_SUCH_COMMIT,
    signal,
  });
  return status === 200 ? data : undefined;
}
