import fs from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import { PullRequestInput } from '../lib/pullRequest/inputProperties';
import { PullRequestJob, runPullRequest } from './runPullRequest';
import { callGithub, SeededRepository } from './seededRepository';

/** What each repository begins with. */
export const SEED = {
  'README.md': '# Orders\n',
  'bin/run': '#!/bin/sh\n',
  'src/app.py': 'app = 1\n',
  'src/old.py': 'old = 1\n',
};

/** What the folder of the workspace changes in it. */
export const CHANGES = [
  'A 100755 scripts/send',
  'M 100644 src/app.py',
  'A 100644 src/invoice.py',
];

/**
 * A GitHub with a repository of its own for each test, and a workspace with
 * changes. Call it within `describe`.
 */
export function setUpPullRequests() {
  const data = createMockDirectory();
  const workspace = createMockDirectory();
  const temporary = createMockDirectory();
  let github: RunningSandbox;
  let repository: SeededRepository;
  let count = 0;

  beforeAll(async () => {
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: data.path,
      teams: ['Platform'],
      users: ['octocat'],
    });
  });

  afterAll(async () => {
    await github.stop();
  });

  beforeEach(async () => {
    count += 1;
    workspace.setContent({
      'src/app.py': 'app = 2\n',
      'src/invoice.py': 'invoice = 1\n',
      'scripts/send': '#!/bin/sh\n',
    });
    await fs.chmod(workspace.resolve('scripts/send'), 0o755);
    const name = `acme/orders-${count}`;
    repository = await SeededRepository.create(github, name, SEED);
    github.requests.clear();
  });

  afterEach(async () => {
    github.faults.clear();
    await repository.dispose();
  });

  const setup = {
    workspace,
    get github() {
      return github;
    },
    get repository() {
      return repository;
    },
    get job(): PullRequestJob {
      return {
        github: { url: github.url, token: github.token },
        workspacePath: workspace.path,
        repository: repository.name,
        temporaryFolder: temporary.path,
      };
    },

    /** Runs the action; `message` is the last line of its log. */
    async run(input: Partial<PullRequestInput> = {}) {
      const messages: string[] = [];
      const outputs = await runPullRequest({ ...setup.job, input }, undefined, {
        info: message => messages.push(message),
      });
      return { ...outputs, message: messages.at(-1) };
    },

    /** GitHub's own view of a pull request. */
    async pull(number = 1) {
      return await callGithub<Record<string, unknown>>(
        github,
        'GET',
        `/repos/${repository.name}/pulls/${number}`,
      );
    },

    async close(number = 1) {
      await callGithub(
        github,
        'PATCH',
        `/repos/${repository.name}/pulls/${number}`,
        { state: 'closed' },
      );
    },

    async merge(method = 'merge') {
      await callGithub(
        github,
        'PUT',
        `/repos/${repository.name}/pulls/1/merge`,
        { merge_method: method },
      );
    },

    async deleteBranch() {
      await repository.git('push', '--quiet', 'origin', ':add-invoices');
    },
  };
  return setup;
}
