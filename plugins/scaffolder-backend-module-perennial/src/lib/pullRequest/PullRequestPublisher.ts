import { InputError } from '@backstage/errors';
import { RepositoryAccess } from '../repository/RepositoryAccess';
import { readTarget } from '../repository/readTarget';
import { throwIfCancelled } from '../retry/errors';
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

/**
 * Proposes the files of a folder as a pull request, in steps that each look
 * first and may each be repeated, in this process or another, at any time.
 *
 * A cancelled task stops before the branch is pushed. After that the steps are
 * finished, as long as GitHub answers.
 */
export class PullRequestPublisher {
  readonly #plan: PullRequestPlan;
  readonly #access: RepositoryAccess;

  private constructor(options: {
    plan: PullRequestPlan;
    access: RepositoryAccess;
  }) {
    this.#plan = options.plan;
    this.#access = options.access;
  }

  static create(options: {
    plan: PullRequestPlan;
    access: RepositoryAccess;
  }): PullRequestPublisher {
    return new PullRequestPublisher(options);
  }

  /** Finds out what the work starts from. */
  async start(): Promise<PullRequestBase> {
    const plan = this.#plan;
    throwIfCancelled(this.#access.signal);
    const found = await readTarget({
      ...this.#access,
      address: plan,
      branch: plan.target,
      remoteOf: url => this.#access.remoteAt(url),
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
    const plan = this.#plan;
    const { git } = this.#access;
    const remote = this.#access.remoteAt(base.cloneUrl);
    return await proposeContent({
      ...this.#access,
      plan,
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
      ...this.#access,
      plan: this.#plan,
      proposal,
      pullRequests: this.#pullRequests(base),
    });
  }

  /** Asks the reviewers and sets the labels of an open pull request. */
  async settle(outcome: PullRequestOutcome | null): Promise<void> {
    if (outcome?.state === 'open') {
      await settlePullRequest({ ...this.#access, plan: this.#plan, outcome });
    }
  }

  #pullRequests({ target }: PullRequestBase): PullRequests {
    const { github, signal } = this.#access;
    return new PullRequests({ plan: this.#plan, github, target, signal });
  }
}
