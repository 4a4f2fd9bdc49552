import { countCommits, listCommits, mergeBase } from '../git/commits';
import { listChanges } from '../git/diff';
import type { Git } from '../git/Git';
import { makeMerge, mergeTrees, type MergeMethod } from '../git/merge';
import { changeRef, readRef } from '../git/refs';
import type { PullRequest, RepositoryRecord } from '../store/types';
import { ApiError, invalid } from './ApiError';
import { afterRefChange, changePullRef } from './refEffects';
import { signatureOf } from './signature';
import { timestamp } from './time';
import type { Sandbox } from './types';

/** What a new pull request is made of. */
export interface NewPull {
  title: string;
  body?: string;
  head: string;
  base: string;
  draft: boolean;
}

function refusal(message: string): ApiError {
  return new ApiError(422, 'Validation Failed', [
    { resource: 'PullRequest', code: 'custom', message },
  ]);
}

/** The next number: issues would share it. */
function nextNumber(draft: RepositoryRecord): number {
  return Math.max(0, ...draft.pulls.map(({ number }) => number)) + 1;
}

/** Opens a pull request; the caller holds the repository. */
export async function openPull(
  sandbox: Pick<Sandbox, 'store' | 'accounts'>,
  draft: RepositoryRecord,
  git: Git,
  wanted: NewPull,
): Promise<PullRequest> {
  const [branch, owner] = wanted.head.split(':').reverse();
  if (owner && owner.toLowerCase() !== draft.owner.toLowerCase()) {
    throw invalid('PullRequest', 'head', 'invalid');
  }
  const head = await readRef(git, `refs/heads/${branch}`);
  if (!head) {
    throw invalid('PullRequest', 'head', 'invalid');
  }
  const base = await readRef(git, `refs/heads/${wanted.base}`);
  if (!base) {
    throw invalid('PullRequest', 'base', 'invalid');
  }
  const twin = draft.pulls.find(
    pull =>
      pull.state === 'open' &&
      pull.headRef === branch &&
      pull.baseRef === wanted.base,
  );
  if (twin) {
    throw refusal(
      `A pull request already exists for ${draft.owner}:${branch}.`,
    );
  }
  if ((await countCommits(git, { from: head.sha, except: base.sha })) === 0) {
    throw refusal(`No commits between ${wanted.base} and ${branch}`);
  }
  const now = timestamp();
  const pull: PullRequest = {
    id: sandbox.store.newId(),
    number: nextNumber(draft),
    title: wanted.title,
    body: wanted.body ?? null,
    login: sandbox.accounts.viewer.login,
    state: 'open',
    draft: wanted.draft,
    locked: false,
    headRef: branch,
    headSha: head.sha,
    baseRef: wanted.base,
    baseSha: base.sha,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    assignees: [],
    labels: [],
    reviewers: [],
    teamReviewers: [],
  };
  draft.pulls.push(pull);
  await changePullRef(git, pull.number, head.sha);
  return pull;
}

/** What a merge request may say. */
export interface MergeWish {
  method: MergeMethod;
  title?: string;
  message?: string;
  /** The head that the caller has seen. */
  sha?: string;
}

function mergeMessage(
  record: RepositoryRecord,
  pull: PullRequest,
  wish: MergeWish,
): string {
  const squash = wish.method === 'squash';
  const title =
    wish.title ??
    (squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${record.owner}/${pull.headRef}`);
  const text = wish.message ?? (squash ? '' : pull.title);
  return text ? `${title}\n\n${text}` : title;
}

/** Merges a pull request; the caller holds the repository. Returns the new commit of the base. */
export async function mergePull(
  sandbox: Pick<Sandbox, 'accounts'>,
  draft: RepositoryRecord,
  git: Git,
  options: { number: number; wish: MergeWish },
): Promise<string> {
  const { wish } = options;
  const pull = draft.pulls.find(({ number }) => number === options.number);
  const base = pull && (await readRef(git, `refs/heads/${pull.baseRef}`));
  if (!pull || pull.state !== 'open' || !base) {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  if (pull.draft) {
    throw new ApiError(405, 'Pull Request is still a draft');
  }
  if (
    !draft.settings[
      `allow_${
        wish.method === 'merge' ? 'merge_commit' : `${wish.method}_merge`
      }` as 'allow_merge_commit'
    ]
  ) {
    throw new ApiError(
      405,
      `${wish.method[0].toUpperCase()}${wish.method.slice(
        1,
      )} merges are not allowed on this repository.`,
    );
  }
  if (wish.sha !== undefined && wish.sha !== pull.headSha) {
    throw new ApiError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const author = signatureOf(sandbox.accounts.viewer);
  const commit = await makeMerge(git, {
    method: wish.method,
    base: base.sha,
    head: pull.headSha,
    message: mergeMessage(draft, pull, wish),
    author,
    committer: author,
  });
  if (!commit) {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  if (!(await changeRef(git, base.name, { to: commit, expected: base.sha }))) {
    throw new ApiError(
      409,
      'Base branch was modified. Review and try the merge again.',
    );
  }
  pull.baseSha = base.sha;
  pull.state = 'closed';
  pull.closedAt = timestamp();
  pull.updatedAt = pull.closedAt;
  pull.mergedAt = pull.closedAt;
  pull.mergedBy = sandbox.accounts.viewer.login;
  pull.mergeCommitSha = commit;
  if (draft.settings.delete_branch_on_merge) {
    await changeRef(git, `refs/heads/${pull.headRef}`, {
      expected: pull.headSha,
    });
  }
  await afterRefChange(draft, git);
  return commit;
}

/** What is computed of a pull request. */
export async function examinePull(git: Git, pull: PullRequest) {
  const base =
    pull.state === 'open'
      ? (await readRef(git, `refs/heads/${pull.baseRef}`))?.sha ?? pull.baseSha
      : pull.baseSha;
  const from = (await mergeBase(git, base, pull.headSha)) ?? base;
  return {
    base,
    /** Null once it is closed, as on GitHub. */
    mergeable:
      pull.state === 'open'
        ? Boolean(await mergeTrees(git, base, pull.headSha))
        : null,
    commits: await listCommits(git, {
      from: pull.headSha,
      except: base,
      oldestFirst: true,
    }),
    from,
    changes: await listChanges(git, from, pull.headSha),
  };
}
