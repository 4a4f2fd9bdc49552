import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createPullRequestPublishAction } from '../actions/pullRequest';
import {
  createRepositoryFetchAction,
  createRepositoryPublishAction,
} from '../actions/repository';
import { RetryPolicy } from '../lib/retry/types';

const execute = promisify(execFile);

export const PORTAL_URL = 'https://portal.example';

/** Waits short enough for tests, and long enough for a busy machine. */
export const IMPATIENT: Partial<RetryPolicy> = {
  attempts: 6,
  baseDelayMs: 10,
  maximumDelayMs: 40,
  maximumRetryAfterMs: 1_500,
  requestTimeoutMs: 5_000,
  pushTimeoutMs: 20_000,
};

/** Where a GitHub is and how to sign in to it. */
export interface GithubAccess {
  url: string;
  token: string;
}

export function hostOf(github: GithubAccess): string {
  return new URL(github.url).host;
}

export function configFor(github: GithubAccess, more: object = {}) {
  return new ConfigReader({
    app: { baseUrl: PORTAL_URL },
    integrations: {
      github: [
        {
          host: hostOf(github),
          apiBaseUrl: `${github.url}/api/v3`,
          rawBaseUrl: `${github.url}/raw`,
          token: github.token,
        },
      ],
    },
    ...more,
  });
}

interface ActionForOptions {
  retry?: Partial<RetryPolicy>;
  config?: object;
}

/** What each action that calls GitHub is made with. */
function optionsFor(github: GithubAccess, options: ActionForOptions) {
  const config = configFor(github, options.config);
  const integrations = ScmIntegrations.fromConfig(config);
  return {
    integrations,
    config,
    githubCredentialsProvider:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    retry: { ...IMPATIENT, ...options.retry },
  };
}

export function publishActionFor(
  github: GithubAccess,
  options: ActionForOptions = {},
) {
  return createRepositoryPublishAction(optionsFor(github, options));
}

export function fetchActionFor(
  github: GithubAccess,
  options: ActionForOptions = {},
) {
  return createRepositoryFetchAction(optionsFor(github, options));
}

export function pullRequestActionFor(
  github: GithubAccess,
  options: ActionForOptions = {},
) {
  return createPullRequestPublishAction(optionsFor(github, options));
}

/** What a repository holds, read with Git itself. */
export interface PublishedContent {
  /** Every commit that any reference reaches. */
  commits: string[];
  branches: string[];
  /** Mode and path of each file of the default branch. */
  files: string[];
}

/** Clones a repository and reads it; undefined where there is none. */
export async function readPublished(
  github: GithubAccess,
  repository: string,
): Promise<PublishedContent | undefined> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'published-'));
  const git = async (...args: string[]) =>
    (
      await execute('git', args, {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'http.extraHeader',
          GIT_CONFIG_VALUE_0: `Authorization: Bearer ${github.token}`,
        },
      })
    ).stdout
      .split('\n')
      .filter(Boolean);
  try {
    if (!(await readRepository(github, repository))) {
      return undefined;
    }
    await git(
      'clone',
      '--quiet',
      '--bare',
      `${github.url}/${repository}.git`,
      '.',
    );
    const branches = await git('for-each-ref', '--format=%(refname:short)');
    return {
      branches,
      commits: await git('rev-list', '--all'),
      files: branches.length
        ? (await git('ls-tree', '-r', 'HEAD')).map(line =>
            line.replace(/ blob \w+\t/, ' '),
          )
        : [],
    };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** GitHub's own view of a repository; undefined where there is none. */
export async function readRepository(
  github: GithubAccess,
  repository: string,
): Promise<Record<string, unknown> | undefined> {
  const response = await fetch(`${github.url}/api/v3/repos/${repository}`, {
    headers: { authorization: `Bearer ${github.token}` },
  });
  return response.status === 404
    ? undefined
    : ((await response.json()) as Record<string, unknown>);
}
