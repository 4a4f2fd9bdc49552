import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GithubClient } from '../github/GithubClient';
import { describeErrorBody, isNameTaken } from '../github/responses';
import { GithubErrorBody, GithubRepository } from '../github/types';
import { GitRemote } from '../git/GitRemote';
import { Commit } from '../git/commit';
import { TransientError, throwIfCancelled } from '../retry/errors';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import {
  checkRepository,
  lookUpRepository,
} from '../repository/lookUpRepository';
import { checkOwner, OwnerKind } from './checkOwner';
import { recogniseContent } from './recognise';
import { PublishPlan, RepositoryClaim } from './types';

export interface ClaimOptions {
  plan: PublishPlan;
  github: GithubClient;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
  remoteOf: (cloneUrl: string) => GitRemote;
  commitAt: (date: string) => Promise<Commit>;
}

/**
 * Finds or creates the repository that this task publishes into.
 *
 * Looking comes before each creation, so that a creation with an unknown
 * outcome (the connection dropped, two workers at once) ends in finding it.
 */
export async function claimRepository(
  options: ClaimOptions,
): Promise<RepositoryClaim> {
  const { plan, policy, logger, signal } = options;
  let ownerKind: OwnerKind | undefined;
  return await retryTransient({
    policy,
    logger,
    signal,
    subject: `Creating ${plan.owner}/${plan.repo}`,
    attempt: async () => {
      const existing = await lookUpRepository({
        ...options,
        address: plan,
        ifMoved: 'Choose another name.',
      });
      if (existing) {
        return await judge(options, existing);
      }
      ownerKind ??= await checkOwner(options);
      throwIfCancelled(signal);
      const created = await create(options, ownerKind);
      logger.info(`Created the repository ${created.html_url}`);
      return { state: 'ours', ...toClaim(plan, created) };
    },
  });
}

async function create(
  options: ClaimOptions,
  ownerKind: OwnerKind,
): Promise<GithubRepository> {
  const { plan, github } = options;
  const { status, data } = await github.requestOnce<
    GithubRepository & GithubErrorBody
  >({
    method: 'POST',
    path:
      ownerKind === 'organization'
        ? `/orgs/${plan.owner}/repos`
        : '/user/repos',
    accept: [422],
    body: {
      name: plan.repo,
      description: plan.description,
      homepage: plan.mark,
      private: plan.visibility !== 'public',
      ...(ownerKind === 'organization' && { visibility: plan.visibility }),
      ...plan.settings,
    },
  });
  if (status !== 422) {
    return data;
  }
  const detail = describeErrorBody(data);
  if (isNameTaken(data)) {
    // Made since the look, by another worker on this task or by somebody else:
    // the next look tells. It is seen late where GitHub's replicas lag behind.
    throw new TransientError(
      `the name is taken, by a repository that the token cannot see (yet): ${detail}`,
    );
  }
  throw new InputError(
    `GitHub does not create ${plan.owner}/${plan.repo}: ${detail}. Correct the input of this step.`,
  );
}

/** Decides what an existing repository is to this task. Writes nothing. */
async function judge(
  options: ClaimOptions,
  existing: GithubRepository,
): Promise<RepositoryClaim> {
  const { plan, logger } = options;
  const claim = toClaim(plan, existing);
  if (existing.homepage === plan.mark) {
    logger.info(`${claim.htmlUrl} was made by this task: carrying on with it`);
    return { state: 'ours', ...claim };
  }
  const commit = await options.commitAt(claim.createdAt);
  const remote = options.remoteOf(claim.cloneUrl);
  const content = await recogniseContent({ ...options, remote, commit });
  if (content.kind === 'published') {
    logger.info(`${claim.htmlUrl} holds exactly this content already`);
    return { state: 'published', ...claim, commitHash: content.commitHash };
  }
  const leftover = existing.homepage?.startsWith(plan.markPrefix) ?? false;
  const visibility =
    existing.visibility ?? (existing.private ? 'private' : 'public');
  if (leftover && content.kind === 'empty' && visibility === plan.visibility) {
    logger.info(
      `${claim.htmlUrl} is empty and was left behind by the task ${existing.homepage}: carrying on with it`,
    );
    return { state: 'ours', ...claim };
  }
  throw new InputError(
    `The repository ${plan.owner}/${plan.repo} exists already on ${plan.host}, and this task did not make it` +
      `${leftover ? ` (${existing.homepage} did)` : ''}: ` +
      `${
        content.kind === 'empty' ? 'it is empty' : 'it holds other commits'
      } and was left untouched. ` +
      `Choose another name, or delete or rename ${claim.htmlUrl} first.`,
  );
}

function toClaim(plan: PublishPlan, repository: GithubRepository) {
  checkRepository(plan, repository);
  return {
    cloneUrl: repository.clone_url,
    htmlUrl: repository.html_url,
    createdAt: repository.created_at,
    defaultBranch: repository.default_branch,
  };
}
