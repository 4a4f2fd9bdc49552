import {
  applyChanges,
  Change,
  changedLines,
  readChanges,
} from '../git/changes';
import { Commit, writeCommit } from '../git/commit';
import { GitRemote } from '../git/GitRemote';
import { IsolatedGit } from '../git/IsolatedGit';
import { PullRequestBase, PullRequestPlan } from './types';

/** What the folder changes, and how to recognise it in commits of others. */
export class Content {
  readonly #plan: PullRequestPlan;
  readonly #base: PullRequestBase;
  readonly #git: IsolatedGit;
  readonly #remote: GitRemote;
  readonly #fetched = new Map<string, number>();
  #changes?: Promise<Change[]>;

  constructor(options: {
    plan: PullRequestPlan;
    base: PullRequestBase;
    git: IsolatedGit;
    remote: GitRemote;
  }) {
    this.#plan = options.plan;
    this.#base = options.base;
    this.#git = options.git;
    this.#remote = options.remote;
  }

  /**
   * The commit of the content on its base. Its date is that of the base, so
   * that everyone who makes it makes the same.
   */
  async commit(): Promise<Commit> {
    const { commitMessage, author } = this.#plan;
    const { commit: parent } = this.#base;
    const changes = await this.#readChanges();
    return await writeCommit({
      git: this.#git,
      tree: await applyChanges({ git: this.#git, commit: parent, changes }),
      parent,
      details: {
        message: commitMessage,
        author,
        date: await this.#dateOf(parent),
      },
    });
  }

  /** A commit that has all of the content already. */
  async isIn(hash: string): Promise<boolean> {
    const changes = await this.#readChanges();
    await this.#fetch(hash, 1);
    return (
      (await applyChanges({ git: this.#git, commit: hash, changes })) ===
      (await this.#treeOf(hash))
    );
  }

  /** A commit that adds exactly the content to its parent, whichever that is. */
  async isAddedBy(hash: string): Promise<boolean> {
    const changes = await this.#readChanges();
    await this.#fetch(hash, 2);
    const line = await this.#git.run({
      args: ['rev-list', '--parents', '--max-count=1', hash],
    });
    const [parent, ...others] = line.trim().split(' ').slice(1);
    if (parent === undefined || others.length > 0) {
      return false;
    }
    const tree = await applyChanges({
      git: this.#git,
      commit: parent,
      changes,
    });
    return (
      tree === (await this.#treeOf(hash)) ||
      // A file that both have changed since is another as a whole; what is
      // added to it may be the same.
      (await changedLines(this.#git, parent, hash)) ===
        (await changedLines(
          this.#git,
          this.#base.commit,
          (
            await this.commit()
          ).hash,
        ))
    );
  }

  async #readChanges(): Promise<Change[]> {
    const { sourceDirectory, filesToDelete, baseCommit } = this.#plan;
    this.#changes ??= this.#fetch(this.#base.commit, 1).then(() =>
      readChanges({
        git: this.#git,
        folder: sourceDirectory,
        base: baseCommit,
        removed: filesToDelete,
      }),
    );
    try {
      return await this.#changes;
    } catch (error) {
      // The next attempt starts with it again.
      this.#changes = undefined;
      throw error;
    }
  }

  async #fetch(hash: string, depth: number): Promise<void> {
    if ((this.#fetched.get(hash) ?? 0) < depth) {
      await this.#remote.fetch({ hash, depth });
      this.#fetched.set(hash, depth);
    }
  }

  async #dateOf(hash: string): Promise<string> {
    const date = await this.#git.run({
      args: ['show', '--no-patch', '--format=%cI', hash],
    });
    return date.trim();
  }

  async #treeOf(hash: string): Promise<string> {
    const tree = await this.#git.run({
      args: ['rev-parse', '--verify', `${hash}^{tree}`],
    });
    return tree.trim();
  }
}
