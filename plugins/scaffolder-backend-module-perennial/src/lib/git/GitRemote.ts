import { InputError, NotAllowedError } from '@backstage/errors';
import { TransientError } from '../retry/errors';
import { GitResult, IsolatedGit } from './IsolatedGit';

const READ_TIMEOUT_MS = 60_000;

/** Signs in libcurl's and Git's messages that the network or the server is to blame. */
const TRANSIENT_FAILURE =
  /error: (5\d\d|429|408|403|404)\b|HTTP (5\d\d|429|408|403)\b|connection|could not resolve|couldn't connect|failed to connect|empty reply|disconnect|hung up|early EOF|timed out|too slow|recv failure|send failure|transfer closed|SSL_|GnuTLS|not found|index-pack died|unable to create temporary/i;

/** Not an answer to wait for: the credentials themselves are wrong. */
const UNAUTHENTICATED =
  /error: 401\b|authentication failed|could not read Username|invalid credentials/i;

/** What became of a push that the server answered. */
export type PushOutcome =
  | { kind: 'pushed' }
  | { kind: 'rejected'; reason: string };

/**
 * The repository on the server, over Git's own protocol.
 */
export class GitRemote {
  readonly #git: IsolatedGit;
  readonly #url: string;
  readonly #credential: string;
  readonly #token: string;
  readonly #pushTimeoutMs: number;

  constructor(options: {
    git: IsolatedGit;
    url: string;
    token: string;
    pushTimeoutMs: number;
  }) {
    this.#git = options.git;
    this.#url = options.url;
    this.#token = options.token;
    this.#pushTimeoutMs = options.pushTimeoutMs;
    this.#credential = Buffer.from(`x-access-token:${options.token}`).toString(
      'base64',
    );
  }

  /**
   * Branches of the remote and their commits: all of them, or those of the
   * given names that exist. Empty for a new repository.
   */
  async branches(names: string[] = ['*']): Promise<Map<string, string>> {
    const references = names.map(name => `refs/heads/${name}`);
    const result = await this.#execute(
      ['ls-remote', '--quiet', '--', this.#url, ...references],
      READ_TIMEOUT_MS,
    );
    if (result.exitCode !== 0) {
      throw this.#toError('reading the branches', result);
    }
    return new Map(
      result.stdout
        .split('\n')
        .filter(Boolean)
        .map(line => {
          const [hash, reference] = line.split('\t');
          return [reference.replace(/^refs\/heads\//, ''), hash];
        }),
    );
  }

  /** Brings a commit here with its files, and as many of its ancestors as `depth` says. */
  async fetch(options: { hash: string; depth: number }): Promise<void> {
    const { hash, depth } = options;
    const result = await this.#execute(
      [
        ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head'],
        ...[`--depth=${depth}`, '--', this.#url, hash],
      ],
      this.#pushTimeoutMs,
    );
    if (result.exitCode === 0) {
      return;
    }
    if (/not our ref|unadvertised object/i.test(result.stderr)) {
      throw new InputError(
        `${
          this.#url
        } has no commit ${hash}. Give a commit that is in this repository.`,
      );
    }
    throw this.#toError('the fetch', result);
  }

  /** Pushes without force: a branch that holds anything else stays as it is. */
  async push(options: { hash: string; branch: string }): Promise<PushOutcome> {
    const reference = `refs/heads/${options.branch}`;
    const result = await this.#execute(
      ['push', '--porcelain', '--', this.#url, `${options.hash}:${reference}`],
      this.#pushTimeoutMs,
    );
    if (result.exitCode === 0) {
      return { kind: 'pushed' };
    }
    const rejection = result.stdout
      .split('\n')
      .find(line => line.startsWith('!') && line.includes('rejected]'));
    if (rejection) {
      const said = this.#scrub(result.stderr)
        .split('\n')
        .filter(line => line.startsWith('remote:'))
        .map(line => line.replace(/^remote:\s*/, '').trim())
        .filter(Boolean);
      const verdict = rejection.split('\t').pop() ?? rejection;
      return { kind: 'rejected', reason: [verdict, ...said].join(' ') };
    }
    throw this.#toError('the push', result);
  }

  async #execute(args: string[], timeoutMs: number): Promise<GitResult> {
    const { protocol, origin } = new URL(this.#url);
    return await this.#git.execute({
      args,
      timeoutMs,
      allowedProtocol: protocol.replace(':', ''),
      settings: {
        // Sent at once, so the server needs not ask first; to this host only.
        [`http.${origin}/.extraHeader`]: `Authorization: Basic ${
          this.#credential
        }`,
      },
    });
  }

  #toError(subject: string, result: GitResult): Error {
    const message = this.#scrub(result.stderr)
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .join(' ');
    if (UNAUTHENTICATED.test(message)) {
      return new NotAllowedError(
        `GitHub refused ${subject} to ${
          this.#url
        }: ${message}. Check that the token of the GitHub integration ` +
          '(or the `token` input) is valid and may write to this repository.',
      );
    }
    return TRANSIENT_FAILURE.test(message)
      ? new TransientError(`${message}${hintOf(message)}`)
      : new Error(`Git failed at ${subject} to ${this.#url}: ${message}`);
  }

  /** Git prints no header by itself; a proxy's or hook's echo might. */
  #scrub(text: string): string {
    return text
      .replaceAll(this.#credential, '***')
      .replaceAll(this.#token, '***');
  }
}

function hintOf(message: string): string {
  if (/error: 403\b/.test(message)) {
    return ' (GitHub limits the rate of pushes, or the token may not write to this repository)';
  }
  return /error: 404\b|not found/i.test(message)
    ? ' (the repository is not ready yet, or was deleted in the meantime)'
    : '';
}
