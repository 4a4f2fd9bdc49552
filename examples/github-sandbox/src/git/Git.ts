import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Git itself reads as configuration here; nothing of the person's own. */
const GIT_CONFIGURATION = `[user]
	name = GitHub Sandbox
	email = sandbox@localhost
[init]
	defaultBranch = main
[core]
	quotepath = false
[safe]
	directory = *
[gc]
	auto = 0
[maintenance]
	auto = false
[http]
	receivepack = true
[receive]
	autogc = false
	fsckObjects = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
	hideRefs = refs/sandbox
`;

/** A Git command that ended with an exit code which was not expected. */
export class GitCommandError extends Error {
  readonly exitCode: number;

  constructor(command: string, exitCode: number, stderr: string) {
    super(`git ${command} ended with code ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitCommandError';
    this.exitCode = exitCode;
  }
}

/**
 * Prepares a home folder that isolates Git from the person's configuration,
 * and returns the environment to run it in.
 */
export async function prepareGitEnvironment(
  home: string,
): Promise<Record<string, string>> {
  await mkdir(home, { recursive: true });
  await writeFile(join(home, '.gitconfig'), GIT_CONFIGURATION);
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
    // Windows needs it to start any process at all.
    ...(process.env.SYSTEMROOT && { SYSTEMROOT: process.env.SYSTEMROOT }),
  };
}

/** Options of one Git command. */
export interface GitRunOptions {
  input?: string | Buffer;
  /** Exit codes that are an answer, not an error; default `[0]`. */
  exitCodes?: number[];
  environment?: Record<string, string>;
}

/** One bare repository and the way to run Git on it, never through a shell. */
export class Git {
  readonly directory: string;
  readonly #environment: Record<string, string>;

  constructor(directory: string, environment: Record<string, string>) {
    this.directory = directory;
    this.#environment = environment;
  }

  /** Starts a command whose output is streamed. */
  start(
    args: string[],
    environment: Record<string, string> = {},
  ): ChildProcessWithoutNullStreams {
    return spawn('git', [`--git-dir=${this.directory}`, ...args], {
      env: { ...this.#environment, ...environment },
      shell: false,
    });
  }

  /** Runs a command to its end. */
  async run(
    args: string[],
    options: GitRunOptions = {},
  ): Promise<{ stdout: Buffer; exitCode: number }> {
    const child = this.start(args, options.environment);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => errors.push(chunk));
    // A command that fails early closes its input; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => resolve(code ?? 128));
    });
    if (!(options.exitCodes ?? [0]).includes(exitCode)) {
      throw new GitCommandError(
        args[0],
        exitCode,
        Buffer.concat(errors).toString(),
      );
    }
    return { stdout: Buffer.concat(output), exitCode };
  }

  /** Runs a command and returns its output without the last line break. */
  async text(args: string[], options?: GitRunOptions): Promise<string> {
    const { stdout } = await this.run(args, options);
    return stdout.toString().replace(/\n$/, '');
  }
}
