import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GitRemote } from '../git/GitRemote';
import { IsolatedGit } from '../git/IsolatedGit';
import { GithubClient } from '../github/GithubClient';
import { readTarget } from '../repository/readTarget';
import { throwIfCancelled } from '../retry/errors';
import { RetryPolicy } from '../retry/types';
import { Content } from './Content';
import { PullRequests } from './PullRequests';
import { openPullRequest } from './openPullRequest';
import { proposeContent } from './proposeContent';
import { settlePullRequest } from './settlePullRequest';
import {
  Proposal,
  PullRequestBase,
  PullRequestOutcome,
  PullRequestPlan,
} from './types';

export interface PullRequestPublisherOptions {
  plan: PullRequestPlan;
  apiBaseUrl: string;
  token: string;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
  temporaryRoot: string;
}

/**
 * Proposes the files of a folder as a pull request, in steps that each look
 * first and may each be repeated, in this process or another, at any time.
 *
 * A cancelled task stops before the branch is pushed. After that the steps are
 * finished, as long as GitHub answers.
 */
export class PullRequestPublisher {
  readonly #options: PullRequestPublisherOptions;
  readonly #github: GithubClient;
  #git?: Promise<IsolatedGit>;

  private constructor(options: PullRequestPublisherOptions) {
    this.#options = options;
    const { apiBaseUrl, token, policy, logger } = options;
    this.#github = GithubClient.create({
      baseUrl: apiBaseUrl,
      token,
      policy,
      logger,
    });
  }

  static create(options: PullRequestPublisherOptions): PullRequestPublisher {
    return new PullRequestPublisher(options);
  }

  /** Finds out what the work starts from. */
  async start(): Promise<PullRequestBase> {
    const { plan, signal } = this.#options;
    throwIfCancelled(signal);
    const git = await this.#openGit();
    const found = await readTarget({
      ...this.#options,
      address: plan,
      branch: plan.target,
      github: this.#github,
      remoteOf: url => this.#remoteAt(git, url),
    });
    if (found.branch === plan.branch) {
      throw new InputError(
        `branchName is "${plan.branch}", the branch to merge into. Name a branch of its own for the pull request.`,
      );
    }
    return {
      cloneUrl: found.cloneUrl,
      htmlUrl: found.htmlUrl,
      target: found.branch,
      commit: plan.baseCommit ?? found.commit,
    };
  }

  /** Brings the content to its branch, unless it is there or in the target already. */
  async propose(base: PullRequestBase): Promise<Proposal> {
    const { plan } = this.#options;
    const git = await this.#openGit();
    const remote = this.#remoteAt(git, base.cloneUrl);
    return await proposeContent({
      ...this.#options,
      base,
      remote,
      content: new Content({ plan, base, git, remote }),
      pullRequests: this.#pullRequests(base),
    });
  }

  /** Opens the pull request, or finds the one that is or was there. */
  async open(
    base: PullRequestBase,
    proposal: Proposal,
  ): Promise<PullRequestOutcome | null> {
    return await openPullRequest({
      ...this.#options,
      proposal,
      pullRequests: this.#pullRequests(base),
    });
  }

  /** Asks the reviewers and sets the labels of an open pull request. */
  async settle(outcome: PullRequestOutcome | null): Promise<void> {
    if (outcome?.state === 'open') {
      await settlePullRequest({
        ...this.#options,
        outcome,
        github: this.#github,
      });
    }
  }

  async dispose(): Promise<void> {
    const git = await this.#git?.catch(() => undefined);
    await git?.dispose();
  }

  #pullRequests(base: PullRequestBase): PullRequests {
    const { plan, signal } = this.#options;
    return new PullRequests({
      plan,
      github: this.#github,
      target: base.target,
      signal,
    });
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

  async #openGit(): Promise<IsolatedGit> {
    const { plan, temporaryRoot } = this.#options;
    this.#git ??= IsolatedGit.create({
      workTree: plan.sourceDirectory,
      temporaryRoot,
    });
    return await this.#git;
  }
}
