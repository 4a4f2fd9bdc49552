import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GitRemote } from '../git/GitRemote';
import { isLockFailure } from '../git/isLockFailure';
import { throwIfCancelled, TransientError } from '../retry/errors';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { Content } from './Content';
import { PullRequests } from './PullRequests';
import { Proposal, PullRequestBase, PullRequestPlan } from './types';

interface ProposeOptions {
  plan: PullRequestPlan;
  base: PullRequestBase;
  content: Content;
  remote: GitRemote;
  pullRequests: PullRequests;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
}

/**
 * Pushes the content to its branch where neither the target nor the branch
 * holds it.
 *
 * The branch is ours if what it was opened with is exactly our content over a
 * base of its own: the target may have moved since another run, or another
 * worker, looked at it, and people may have added commits.
 */
export async function proposeContent(
  options: ProposeOptions,
): Promise<Proposal> {
  const { plan, policy, logger, signal } = options;
  return await retryTransient({
    policy,
    logger,
    signal,
    subject: `Pushing the branch ${plan.branch} to ${plan.owner}/${plan.repo}`,
    attempt: async () => (await recognise(options)) ?? (await push(options)),
  });
}

async function recognise(
  options: ProposeOptions,
): Promise<Proposal | undefined> {
  const { plan, base, content, remote, pullRequests } = options;
  const branches = await remote.branches([base.target, plan.branch]);
  const target = branches.get(base.target);
  if (target !== undefined && (await content.isIn(target))) {
    return { kind: 'contained' };
  }
  const head = branches.get(plan.branch);
  const { hash } = await content.commit();
  if (head === hash) {
    return { kind: 'proposed', commitHash: hash };
  }
  const known = await pullRequests.find();
  const first = known ? await pullRequests.firstCommit(known.number) : head;
  if (first !== undefined && (await content.isAddedBy(first))) {
    return { kind: 'proposed', commitHash: first };
  }
  if (head !== undefined) {
    throw foreignBranch(plan, known?.html_url);
  }
  return undefined;
}

async function push(options: ProposeOptions): Promise<Proposal> {
  const { plan, content, remote, signal } = options;
  throwIfCancelled(signal);
  const { hash } = await content.commit();
  const outcome = await remote.push({ hash, branch: plan.branch });
  if (outcome.kind === 'pushed') {
    return { kind: 'proposed', commitHash: hash };
  }
  if (/fetch first|non-fast-forward/i.test(outcome.reason)) {
    // Another worker was faster, maybe from another base: the next look tells.
    throw new TransientError(outcome.reason);
  }
  if (isLockFailure(outcome.reason)) {
    throw new TransientError(outcome.reason);
  }
  throw new InputError(
    `GitHub refused the branch "${plan.branch}" of ${plan.owner}/${plan.repo}: ${outcome.reason}. ` +
      'Correct what it names and retry the task.',
  );
}

function foreignBranch(plan: PullRequestPlan, url?: string): InputError {
  const whose = url ? ` (${url})` : '';
  return new InputError(
    `The branch "${plan.branch}" of ${plan.owner}/${plan.repo} exists and holds other changes${whose}; nothing was overwritten. ` +
      'Merge or delete it first, or choose another branchName.',
  );
}
