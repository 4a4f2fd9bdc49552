import { LoggerService } from '@backstage/backend-plugin-api';
import { temporaryRoot } from '@perennial/plugin-perennial-node';
import { GitRemote } from '../git/GitRemote';
import { IsolatedGit } from '../git/IsolatedGit';
import { GithubClient } from '../github/GithubClient';
import { DEFAULT_RETRY_POLICY } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { GithubOptions } from './GithubOptions';
import { readToken } from './readToken';
import { apiBaseUrlOf } from './repositoryAddress';
import { RepositoryAddress } from './types';

/**
 * The ways to a repository on GitHub, its API and Git over a folder, and how
 * patiently they are gone. Whoever opens one disposes of it.
 */
export class RepositoryAccess {
  readonly github: GithubClient;
  readonly git: IsolatedGit;
  readonly policy: RetryPolicy;
  readonly logger: LoggerService;
  readonly signal?: AbortSignal;
  readonly #token: string;

  private constructor(options: {
    github: GithubClient;
    git: IsolatedGit;
    policy: RetryPolicy;
    logger: LoggerService;
    signal?: AbortSignal;
    token: string;
  }) {
    this.github = options.github;
    this.git = options.git;
    this.policy = options.policy;
    this.logger = options.logger;
    this.signal = options.signal;
    this.#token = options.token;
  }

  /**
   * @throws InputError where there is no token, no API or no such folder
   */
  static async open(
    options: GithubOptions & {
      address: RepositoryAddress;
      /** Folder with the files. */
      folder: string;
      /** Instead of the one of the integration. */
      token?: string;
      logger: LoggerService;
      signal?: AbortSignal;
    },
  ): Promise<RepositoryAccess> {
    const { address, config, folder, integrations, logger, signal } = options;
    const policy = { ...DEFAULT_RETRY_POLICY, ...options.retry };
    const baseUrl = apiBaseUrlOf(integrations, address);
    const token = await readToken(options);
    const git = await IsolatedGit.create({
      workTree: folder,
      temporaryRoot: temporaryRoot(config),
    });
    return new RepositoryAccess({
      github: GithubClient.create({ baseUrl, token, policy, logger }),
      git,
      policy,
      logger,
      signal,
      token,
    });
  }

  /** The repository that Git reaches at an address. */
  remoteAt(url: string): GitRemote {
    return new GitRemote({
      git: this.git,
      url,
      token: this.#token,
      pushTimeoutMs: this.policy.pushTimeoutMs,
    });
  }

  async dispose(): Promise<void> {
    await this.git.dispose();
  }
}
