import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GitRemote } from '../git/GitRemote';
import { GithubClient } from '../github/GithubClient';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { checkRepository, lookUpRepository } from './lookUpRepository';
import { RepositoryAddress } from './types';

/** A branch of an existing repository, and where it is now. */
export interface TargetBranch {
  cloneUrl: string;
  htmlUrl: string;
  branch: string;
  commit: string;
}

/** Finds the tip of a branch, by default of the default branch. */
export async function readTarget(options: {
  address: RepositoryAddress;
  branch?: string;
  github: GithubClient;
  remoteOf: (cloneUrl: string) => GitRemote;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<TargetBranch> {
  const { address, policy, logger, signal } = options;
  const name = `${address.owner}/${address.repo}`;
  const repository = await lookUpRepository({
    ...options,
    ifMoved: 'Use its present name.',
  });
  if (!repository) {
    throw new InputError(
      `There is no repository ${name} on ${address.host}, or the token may not see it. Correct repoUrl.`,
    );
  }
  checkRepository(address, repository);
  const branch = options.branch ?? repository.default_branch;
  const remote = options.remoteOf(repository.clone_url);
  const branches = await retryTransient({
    policy,
    logger,
    signal,
    subject: `Reading the branches of ${name}`,
    attempt: () => remote.branches([branch]),
  });
  const commit = branches.get(branch);
  if (commit === undefined) {
    throw new InputError(
      `${name} has no branch "${branch}" with a commit. Name a branch that it has.`,
    );
  }
  return {
    cloneUrl: repository.clone_url,
    htmlUrl: repository.html_url,
    branch,
    commit,
  };
}
