import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubClient } from '../github/GithubClient';
import { GitRemote } from '../git/GitRemote';
import { IsolatedGit } from '../git/IsolatedGit';
import { Commit, writeCommit, writeTree } from '../git/commit';
import { throwIfCancelled } from '../retry/errors';
import { RetryPolicy } from '../retry/types';
import { claimRepository } from './claimRepository';
import { pushContent } from './pushContent';
import { settleRepository } from './settleRepository';
import { PublishPlan, RepositoryClaim } from './types';

export interface RepositoryPublisherOptions {
  plan: PublishPlan;
  apiBaseUrl: string;
  token: string;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
  temporaryRoot: string;
}

/**
 * Publishes a folder in three steps that each look first and may each be
 * repeated, in this process or another, at any time.
 *
 * A cancelled task stops before the repository is created. After that the
 * steps are finished, as long as GitHub answers: a repository without its
 * commit would be half a thing.
 */
export class RepositoryPublisher {
  readonly #options: RepositoryPublisherOptions;
  readonly #github: GithubClient;
  #git?: Promise<IsolatedGit>;
  #tree?: Promise<string>;

  private constructor(options: RepositoryPublisherOptions) {
    this.#options = options;
    const { apiBaseUrl, token, policy, logger } = options;
    this.#github = GithubClient.create({
      baseUrl: apiBaseUrl,
      token,
      policy,
      logger,
    });
  }

  static create(options: RepositoryPublisherOptions): RepositoryPublisher {
    return new RepositoryPublisher(options);
  }

  async claim(): Promise<RepositoryClaim> {
    throwIfCancelled(this.#options.signal);
    // Before anything is created: an empty workspace must not leave a repository.
    await this.#writeTree();
    const git = await this.#openGit();
    return await claimRepository({
      ...this.#options,
      github: this.#github,
      remoteOf: url => this.#remoteAt(git, url),
      commitAt: date => this.#commitAt(date),
    });
  }

  async push(claim: RepositoryClaim): Promise<string> {
    if (claim.state === 'published') {
      return claim.commitHash;
    }
    const commit = await this.#commitAt(claim.createdAt);
    const git = await this.#openGit();
    return await pushContent({
      ...this.#options,
      github: this.#github,
      remote: this.#remoteAt(git, claim.cloneUrl),
      commit,
    });
  }

  async settle(claim: RepositoryClaim): Promise<void> {
    if (claim.state === 'published') {
      return;
    }
    await settleRepository({ ...this.#options, claim, github: this.#github });
  }

  async dispose(): Promise<void> {
    const git = await this.#git?.catch(() => undefined);
    await git?.dispose();
  }

  #remoteAt(git: IsolatedGit, url: string): GitRemote {
    const { token, policy } = this.#options;
    return new GitRemote({
      git,
      url,
      token,
      pushTimeoutMs: policy.pushTimeoutMs,
    });
  }

  async #commitAt(date: string): Promise<Commit> {
    const { plan } = this.#options;
    return await writeCommit({
      git: await this.#openGit(),
      tree: await this.#writeTree(),
      details: { message: plan.commitMessage, author: plan.author, date },
    });
  }

  async #openGit(): Promise<IsolatedGit> {
    const { plan, temporaryRoot } = this.#options;
    this.#git ??= IsolatedGit.create({
      workTree: plan.sourceDirectory,
      temporaryRoot,
    });
    return await this.#git;
  }

  async #writeTree(): Promise<string> {
    const git = await this.#openGit();
    this.#tree ??= writeTree(git);
    return await this.#tree;
  }
}
