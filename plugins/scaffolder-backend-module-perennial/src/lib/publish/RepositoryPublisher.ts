import { Commit, writeCommit, writeTree } from '../git/commit';
import { RepositoryAccess } from '../repository/RepositoryAccess';
import { throwIfCancelled } from '../retry/errors';
import { claimRepository } from './claimRepository';
import { pushContent } from './pushContent';
import { settleRepository } from './settleRepository';
import { PublishPlan, RepositoryClaim } from './types';

/**
 * Publishes a folder in three steps that each look first and may each be
 * repeated, in this process or another, at any time.
 *
 * A cancelled task stops before the repository is created. After that the
 * steps are finished, as long as GitHub answers: a repository without its
 * commit would be half a thing.
 */
export class RepositoryPublisher {
  readonly #plan: PublishPlan;
  readonly #access: RepositoryAccess;
  #tree?: Promise<string>;

  private constructor(options: {
    plan: PublishPlan;
    access: RepositoryAccess;
  }) {
    this.#plan = options.plan;
    this.#access = options.access;
  }

  static create(options: {
    plan: PublishPlan;
    access: RepositoryAccess;
  }): RepositoryPublisher {
    return new RepositoryPublisher(options);
  }

  async claim(): Promise<RepositoryClaim> {
    throwIfCancelled(this.#access.signal);
    // Before anything is created: an empty workspace must not leave a repository.
    await this.#writeTree();
    return await claimRepository({
      ...this.#access,
      plan: this.#plan,
      remoteOf: url => this.#access.remoteAt(url),
      commitAt: date => this.#commitAt(date),
    });
  }

  async push(claim: RepositoryClaim): Promise<string> {
    if (claim.state === 'published') {
      return claim.commitHash;
    }
    return await pushContent({
      ...this.#access,
      plan: this.#plan,
      remote: this.#access.remoteAt(claim.cloneUrl),
      commit: await this.#commitAt(claim.createdAt),
    });
  }

  async settle(claim: RepositoryClaim): Promise<void> {
    if (claim.state !== 'published') {
      await settleRepository({ ...this.#access, plan: this.#plan, claim });
    }
  }

  async #commitAt(date: string): Promise<Commit> {
    const { commitMessage, author } = this.#plan;
    return await writeCommit({
      git: this.#access.git,
      tree: await this.#writeTree(),
      details: { message: commitMessage, author, date },
    });
  }

  async #writeTree(): Promise<string> {
    this.#tree ??= writeTree(this.#access.git);
    return await this.#tree;
  }
}
