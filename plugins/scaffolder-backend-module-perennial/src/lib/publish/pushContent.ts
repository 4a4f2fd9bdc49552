import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GithubClient } from '../github/GithubClient';
import { GitRemote } from '../git/GitRemote';
import { Commit } from '../git/commit';
import { isLockFailure } from '../git/isLockFailure';
import { TransientError } from '../retry/errors';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { recogniseContent } from './recognise';
import { PublishPlan } from './types';

/**
 * Brings the commit to the default branch and returns the id of the commit
 * that holds the content there.
 */
export async function pushContent(options: {
  plan: PublishPlan;
  github: GithubClient;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
  remote: GitRemote;
  commit: Commit;
}): Promise<string> {
  const { plan, policy, logger, signal, remote, commit } = options;
  return await retryTransient({
    policy,
    logger,
    signal,
    subject: `Pushing to ${plan.owner}/${plan.repo}`,
    attempt: async () => {
      const outcome = await remote.push({
        hash: commit.hash,
        branch: plan.branch,
      });
      if (outcome.kind === 'pushed') {
        return commit.hash;
      }
      const content = await recogniseContent(options);
      switch (content.kind) {
        case 'published':
          return content.commitHash;
        case 'empty':
          if (isLockFailure(outcome.reason)) {
            throw new TransientError(outcome.reason);
          }
          throw new InputError(
            `GitHub refused the content of ${plan.owner}/${plan.repo}: ${outcome.reason}. ` +
              'Correct what it names and retry the task; the empty repository stays reserved for it.',
          );
        default:
          throw new InputError(
            `The branch "${plan.branch}" of ${plan.owner}/${plan.repo} holds commits that this task did not make, ` +
              `and nothing was overwritten (${outcome.reason}). Choose another name, or delete the repository first.`,
          );
      }
    },
  });
}
