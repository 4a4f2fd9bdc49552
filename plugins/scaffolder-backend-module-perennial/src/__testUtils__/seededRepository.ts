import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GithubAccess } from './publishing';

const execute = promisify(execFile);

/** Files by their paths; null deletes one. A content of `#!` makes it executable. */
export type Files = Record<string, string | null>;

/** Calls GitHub's REST API as a person would. */
export async function callGithub<T>(
  github: GithubAccess,
  method: string,
  address: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${github.url}/api/v3${address}`, {
    method,
    headers: { authorization: `Bearer ${github.token}` },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${address}: ${await response.text()}`);
  }
  return (await response.json()) as T;
}

/** A repository with a history, and a clone in which a colleague works. */
export class SeededRepository {
  readonly name: string;
  readonly #github: GithubAccess;
  readonly #clone: string;

  private constructor(github: GithubAccess, name: string, clone: string) {
    this.#github = github;
    this.name = name;
    this.#clone = clone;
  }

  static async create(
    github: GithubAccess,
    name: string,
    files: Files,
  ): Promise<SeededRepository> {
    const [owner, repo] = name.split('/');
    await callGithub(github, 'POST', `/orgs/${owner}/repos`, { name: repo });
    const clone = await fs.mkdtemp(path.join(os.tmpdir(), 'seeded-'));
    const repository = new SeededRepository(github, name, clone);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await repository.git('remote', 'add', 'origin', `${github.url}/${name}`);
    await repository.commit('main', files);
    return repository;
  }

  async dispose(): Promise<void> {
    await fs.rm(this.#clone, { recursive: true, force: true });
  }

  /** Commits to a branch, made from where the clone is if it is new, and pushes. */
  async commit(branch: string, files: Files): Promise<string> {
    await this.git('fetch', '--quiet', 'origin');
    const known = await this.git('ls-remote', 'origin', `refs/heads/${branch}`);
    await this.git(
      ...['checkout', '--quiet', '-B', branch],
      ...(known ? [`origin/${branch}`] : []),
    );
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.#clone, name);
      if (content === null) {
        await fs.rm(file);
      } else {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(file, content, {
          mode: content.startsWith('#!') ? 0o755 : 0o644,
        });
      }
    }
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', `Change ${branch}`);
    await this.git('push', '--quiet', 'origin', branch);
    return await this.git('rev-parse', 'HEAD');
  }

  /** Commits a symbolic link to the main branch. */
  async link(name: string, target: string): Promise<void> {
    await fs.symlink(target, path.join(this.#clone, name));
    await this.commit('main', {});
  }

  /** Branches, pull requests and what the branches differ by: all that may change. */
  async state(): Promise<object> {
    const pulls = await callGithub<{ number: number; state: string }[]>(
      this.#github,
      'GET',
      `/repos/${this.name}/pulls?state=all`,
    );
    return {
      branches: await this.git('ls-remote', 'origin', 'refs/heads/*'),
      pulls: pulls.map(({ number, state }) => `#${number} ${state}`),
    };
  }

  /** What a commit changes in its parent: `A 100644 path`, each in its line. */
  async changesOf(commit: string): Promise<string[]> {
    await this.git('fetch', '--quiet', 'origin', commit);
    const raw = await this.git(
      ...['diff-tree', '-r', '--no-commit-id', '--no-renames', commit],
    );
    return raw
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [head, file] = line.split('\t');
        const [, mode, , , kind] = head.split(' ');
        return kind === 'D' ? `D ${file}` : `${kind} ${mode} ${file}`;
      });
  }

  /** Runs Git in the clone and gives what it prints. */
  async git(...args: string[]): Promise<string> {
    const settings = {
      'http.extraHeader': `Authorization: Bearer ${this.#github.token}`,
      'user.name': 'Colleague',
      'user.email': 'colleague@acme.example',
    };
    const entries = Object.entries(settings);
    const { stdout } = await execute('git', args, {
      cwd: this.#clone,
      env: {
        PATH: process.env.PATH,
        HOME: this.#clone,
        GIT_CONFIG_COUNT: String(entries.length),
        ...Object.fromEntries(
          entries.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${index}`, key],
            [`GIT_CONFIG_VALUE_${index}`, value],
          ]),
        ),
      },
    });
    return stdout.trim();
  }
}
