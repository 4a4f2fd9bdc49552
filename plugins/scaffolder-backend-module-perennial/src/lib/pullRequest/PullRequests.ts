import { InputError } from '@backstage/errors';
import { GithubClient } from '../github/GithubClient';
import { describeErrorBody, isNameTaken } from '../github/responses';
import {
  GithubCommit,
  GithubErrorBody,
  GithubPullRequest,
} from '../github/types';
import { TransientError } from '../retry/errors';
import { PullRequestPlan } from './types';

/** GitHub says so where the target has everything that the branch has. */
const NOTHING_BETWEEN = /no commits between/i;

/** The pull requests of one branch into another. */
export class PullRequests {
  readonly #plan: PullRequestPlan;
  readonly #github: GithubClient;
  readonly #target: string;
  readonly #signal?: AbortSignal;

  constructor(options: {
    plan: PullRequestPlan;
    github: GithubClient;
    target: string;
    signal?: AbortSignal;
  }) {
    this.#plan = options.plan;
    this.#github = options.github;
    this.#target = options.target;
    this.#signal = options.signal;
  }

  /** The one that is open, else the newest. */
  async find(): Promise<GithubPullRequest | undefined> {
    const { owner, branch } = this.#plan;
    const query = new URLSearchParams({
      state: 'all',
      head: `${owner}:${branch}`,
      base: this.#target,
      sort: 'created',
      direction: 'desc',
      per_page: '100',
    });
    const { data } = await this.#github.request<GithubPullRequest[]>({
      method: 'GET',
      path: `${this.#repository}/pulls?${query}`,
      signal: this.#signal,
    });
    return data.find(({ state }) => state === 'open') ?? data[0];
  }

  /** The first commit of a pull request: what it was opened with. */
  async firstCommit(number: number): Promise<string | undefined> {
    const { data } = await this.#github.request<GithubCommit[]>({
      method: 'GET',
      path: `${this.#repository}/pulls/${number}/commits?per_page=1`,
      signal: this.#signal,
    });
    return data[0]?.sha;
  }

  /** Opens one; undefined where the target has got all of it in the meantime. */
  async open(): Promise<GithubPullRequest | undefined> {
    const { title, description, branch, draft } = this.#plan;
    const { status, data } = await this.#github.requestOnce<
      GithubPullRequest & GithubErrorBody
    >({
      method: 'POST',
      path: `${this.#repository}/pulls`,
      accept: [422],
      body: {
        title,
        body: description,
        head: branch,
        base: this.#target,
        draft,
      },
    });
    if (status !== 422) {
      return data;
    }
    const detail = describeErrorBody(data);
    if (NOTHING_BETWEEN.test(detail)) {
      return undefined;
    }
    // Opened since the look, by another worker on this task: the next look
    // tells. So it is where GitHub does not know the pushed branch yet.
    if (isNameTaken(data) || /\bhead\b/.test(detail)) {
      throw new TransientError(`answered 422 ${detail}`);
    }
    throw new InputError(
      `GitHub does not open the pull request in ${this.#plan.owner}/${
        this.#plan.repo
      }: ${detail}. ` + 'Correct the input of this step.',
    );
  }

  get #repository(): string {
    return `/repos/${this.#plan.owner}/${this.#plan.repo}`;
  }
}
