import { randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from '../git/Git';
import { Mutex } from './Mutex';
import type { RepositoryRecord } from './types';

const METADATA_FILE = 'sandbox.json';

/** What can go wrong with the name of a repository. */
export type NameProblem = 'exists' | 'missing';

/** A name is taken, or there is no such repository any more. */
export class RepositoryNameError extends Error {
  readonly problem: NameProblem;

  constructor(problem: NameProblem, fullName: string) {
    super(
      problem === 'exists'
        ? `Repository ${fullName} exists already`
        : `Repository ${fullName} does not exist`,
    );
    this.name = 'RepositoryNameError';
    this.problem = problem;
  }
}

function keyOf(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

/**
 * Bare repositories with one JSON file each. A repository appears and goes by
 * one rename of its folder, so that a killed process leaves a whole one or none.
 */
export class RepositoryStore {
  /** Folder of all bare repositories. */
  readonly root: string;
  readonly #scratch: string;
  /** What Git is run with. */
  readonly gitEnvironment: Record<string, string>;
  readonly #records = new Map<string, RepositoryRecord>();
  readonly #mutex = new Mutex();
  #lastId = 0;

  private constructor(dataDir: string, gitEnvironment: Record<string, string>) {
    this.root = join(dataDir, 'repositories');
    this.#scratch = join(dataDir, 'scratch');
    this.gitEnvironment = gitEnvironment;
  }

  /** Reads what an earlier process has left. */
  static async open(
    dataDir: string,
    gitEnvironment: Record<string, string>,
  ): Promise<RepositoryStore> {
    const store = new RepositoryStore(dataDir, gitEnvironment);
    await rm(store.#scratch, { recursive: true, force: true });
    await mkdir(store.#scratch, { recursive: true });
    await mkdir(store.root, { recursive: true });
    for (const owner of await readdir(store.root)) {
      for (const folder of await readdir(join(store.root, owner))) {
        const file = join(store.root, owner, folder, METADATA_FILE);
        const record: RepositoryRecord = JSON.parse(
          await readFile(file, 'utf8'),
        );
        // A rename of the repository was cut off between its two steps.
        await rename(
          join(store.root, owner, folder),
          join(store.root, store.path(record)),
        );
        store.#records.set(keyOf(record.owner, record.name), record);
        store.#noteIds(record);
      }
    }
    return store;
  }

  #noteIds(record: RepositoryRecord) {
    for (const { id } of [
      record,
      ...record.pulls,
      ...record.comments,
      ...record.statuses,
    ]) {
      this.#lastId = Math.max(this.#lastId, id);
    }
  }

  /** A number that no thing here has had, not even a deleted one. */
  newId(): number {
    this.#lastId = Math.max(this.#lastId + 1, Date.now());
    return this.#lastId;
  }

  /** All repositories by full name. */
  list(): RepositoryRecord[] {
    return [...this.#records.entries()]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([, record]) => record);
  }

  /** One repository, its name in any case. */
  find(owner: string, name: string): RepositoryRecord | undefined {
    return this.#records.get(keyOf(owner, name));
  }

  /** Path of a bare repository below the root, with a leading slash. */
  path(record: Pick<RepositoryRecord, 'owner' | 'name'>): string {
    return `/${keyOf(record.owner, record.name)}.git`;
  }

  /** The way to run Git on a repository. */
  git(record: Pick<RepositoryRecord, 'owner' | 'name'>): Git {
    return new Git(join(this.root, this.path(record)), this.gitEnvironment);
  }

  /** Makes a repository; of several calls for one name exactly one succeeds. */
  async create(
    record: RepositoryRecord,
    fill?: (git: Git) => Promise<void>,
  ): Promise<RepositoryRecord> {
    const key = keyOf(record.owner, record.name);
    return this.#mutex.run(key, async () => {
      if (this.#records.has(key)) {
        throw new RepositoryNameError('exists', key);
      }
      const folder = join(this.#scratch, randomUUID());
      const git = new Git(folder, this.gitEnvironment);
      await git.run(['init', '--quiet', '--bare', '--template=', folder]);
      await git.run([
        'symbolic-ref',
        'HEAD',
        `refs/heads/${record.defaultBranch}`,
      ]);
      await fill?.(git);
      await this.#write(folder, record);
      await mkdir(join(this.root, record.owner.toLowerCase()), {
        recursive: true,
      });
      await rename(folder, join(this.root, this.path(record)));
      this.#records.set(key, record);
      return record;
    });
  }

  /**
   * Changes a repository alone: no other change of it runs meanwhile. The
   * change works on a copy, so that one which fails leaves nothing behind.
   */
  async update<T>(
    record: Pick<RepositoryRecord, 'owner' | 'name'>,
    change: (draft: RepositoryRecord, git: Git) => Promise<T> | T,
  ): Promise<T> {
    const key = keyOf(record.owner, record.name);
    return this.#mutex.run(key, async () => {
      const current = this.#records.get(key);
      if (!current) {
        throw new RepositoryNameError('missing', key);
      }
      const draft = structuredClone(current);
      const result = await change(draft, this.git(current));
      await this.#write(join(this.root, this.path(current)), draft);
      this.#records.set(key, draft);
      return result;
    });
  }

  /** Gives a repository another name of the same owner. */
  async rename(
    record: RepositoryRecord,
    name: string,
  ): Promise<RepositoryRecord> {
    const key = keyOf(record.owner, record.name);
    const target = { owner: record.owner, name };
    const newKey = keyOf(record.owner, name);
    const rewrite = () =>
      this.update(record, current => {
        current.name = name;
        return current;
      });
    if (newKey === key) {
      return rewrite();
    }
    return this.#mutex.run(newKey, async () => {
      if (this.#records.has(newKey)) {
        throw new RepositoryNameError('exists', newKey);
      }
      const draft = await rewrite();
      await rename(
        join(this.root, this.path(record)),
        join(this.root, this.path(target)),
      );
      this.#records.delete(key);
      this.#records.set(newKey, draft);
      return draft;
    });
  }

  /** Removes a repository with all its data. */
  async delete(record: RepositoryRecord): Promise<void> {
    const key = keyOf(record.owner, record.name);
    await this.#mutex.run(key, async () => {
      const grave = join(this.#scratch, randomUUID());
      await rename(join(this.root, this.path(record)), grave);
      this.#records.delete(key);
      await rm(grave, { recursive: true, force: true });
    });
  }

  async #write(folder: string, record: RepositoryRecord): Promise<void> {
    const file = join(folder, METADATA_FILE);
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, `${JSON.stringify(record, undefined, 2)}\n`);
    await rename(draft, file);
  }
}
