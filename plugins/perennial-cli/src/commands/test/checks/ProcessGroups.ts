import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { isError } from '@backstage/errors';

const GRACE_MILLISECONDS = 5_000;
const IS_WINDOWS = process.platform === 'win32';

/** A command to run, and for how long at most. */
export interface CommandOptions {
  run: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Absolute path of the file that takes its output. */
  log: string;
  timeoutSeconds: number;
  signal?: AbortSignal;
}

/** How a command came to its end. */
export type CommandEnd =
  | { outcome: 'passed' }
  | { outcome: 'failed' | 'timed out'; message: string };

/**
 * Runs commands, each in a process group of its own, so that ending the group
 * ends whatever the command has started in turn. Nothing outlives this process,
 * unless that is killed with SIGKILL.
 */
export class ProcessGroups {
  readonly #running = new Set<ChildProcess>();
  readonly #onExit = () =>
    this.#running.forEach(child => signalGroup(child, 'SIGKILL'));

  constructor() {
    process.once('exit', this.#onExit);
  }

  dispose(): void {
    process.off('exit', this.#onExit);
  }

  /** Runs a command to its end. */
  async run(options: CommandOptions): Promise<CommandEnd> {
    options.signal?.throwIfAborted();
    const [command, ...args] = options.run;
    // The command writes to the file itself: nothing is lost, and a process that
    // it leaves behind keeps no pipe of ours open.
    const log = await open(options.log, 'a');
    try {
      const child = spawn(command, args, {
        cwd: options.cwd,
        env: options.env,
        stdio: ['ignore', log.fd, log.fd],
        detached: !IS_WINDOWS,
        windowsHide: true,
      });
      return await this.#watch(child, options);
    } finally {
      await log.close();
    }
  }

  async #watch(
    child: ChildProcess,
    { run: [command], timeoutSeconds, signal }: CommandOptions,
  ): Promise<CommandEnd> {
    this.#running.add(child);
    let hasTimedOut = false;
    let killer: NodeJS.Timeout | undefined;
    const end = () => {
      signalGroup(child, 'SIGTERM');
      killer ??= setTimeout(
        () => signalGroup(child, 'SIGKILL'),
        GRACE_MILLISECONDS,
      );
    };
    const timer = setTimeout(() => {
      hasTimedOut = true;
      end();
    }, timeoutSeconds * 1000);
    signal?.addEventListener('abort', end, { once: true });
    try {
      const [code, killedBy] = await once(child, 'exit');
      signal?.throwIfAborted();
      if (hasTimedOut) {
        return {
          outcome: 'timed out',
          message: `It took more than ${timeoutSeconds} seconds and was ended.`,
        };
      }
      return code === 0
        ? { outcome: 'passed' }
        : {
            outcome: 'failed',
            message: killedBy
              ? `It was ended by ${killedBy}.`
              : `It ended with exit code ${code}.`,
          };
    } catch (error) {
      signal?.throwIfAborted();
      return { outcome: 'failed', message: reasonOf(error, command) };
    } finally {
      clearTimeout(timer);
      clearTimeout(killer);
      signal?.removeEventListener('abort', end);
      // What it has left running in its group.
      signalGroup(child, 'SIGKILL');
      this.#running.delete(child);
    }
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (IS_WINDOWS) {
      child.kill(signal);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch (error) {
    if (!isError(error) || error.code !== 'ESRCH') {
      throw error;
    }
  }
}

function reasonOf(error: unknown, command: string): string {
  if (isError(error) && error.code === 'ENOENT') {
    return `There is no command '${command}' on this machine. Install it, or leave the check out.`;
  }
  return `'${command}' cannot be started: ${
    error instanceof Error ? error.message : error
  }.`;
}
