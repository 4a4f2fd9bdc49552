import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { UserError } from './report.mjs';

const LAST_LINES = 30;
const GRACE_MS = 10_000;

/** Keeps the newest lines of a stream of text. */
class Tail {
  #lines = [];

  add(chunk) {
    this.#lines.push(
      ...String(chunk)
        .split('\n')
        .filter(line => line.trim()),
    );
    this.#lines.splice(0, this.#lines.length - LAST_LINES);
  }

  get last() {
    return this.#lines.at(-1) ?? '';
  }

  toString() {
    return this.#lines.join('\n');
  }
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, onOutput?: (chunk: Buffer) => void }} [options]
 *   `onLine` hears of the newest line, `onOutput` of everything
 * @returns {Promise<string>} its standard output
 * @throws UserError with the last lines of its output where it fails
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const tail = new Tail();
    const output = [];
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = chunk => {
      tail.add(chunk);
      options.onLine?.(tail.last);
      options.onOutput?.(chunk);
    };
    child.stdout.on('data', chunk => {
      output.push(chunk);
      listen(chunk);
    });
    child.stderr.on('data', listen);
    child.on('error', error =>
      reject(new UserError(`Could not run ${command}: ${error.message}`)),
    );
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(Buffer.concat(output).toString())
        : reject(
            new UserError(
              `${tail}\n\n${path.basename(command)} ${args.join(' ')} failed (${
                signal ?? `exit code ${code}`
              }); its last lines are above.`,
            ),
          ),
    );
  });
}

/**
 * The long-running processes of one command, each in a process group of its
 * own, so that ending the group ends whatever it has started in turn.
 */
export class ProcessGroup {
  #children = [];
  #logs;
  #onUnexpectedExit;
  #stopping = false;
  // Nothing may outlive the command, however it comes to its end.
  #killAll = () => {
    for (const { child } of this.#children) {
      signalGroup(child, 'SIGKILL');
    }
  };

  /**
   * @param {{ logs: string, onUnexpectedExit: (error: Error) => void }} options
   *   the folder of the log files, and what to do when a process ends by itself
   */
  constructor(options) {
    this.#logs = options.logs;
    this.#onUnexpectedExit = options.onUnexpectedExit;
    mkdirSync(this.#logs, { recursive: true });
    process.once('exit', this.#killAll);
  }

  /**
   * Starts a process whose output goes to `<name>.log`.
   *
   * @param {{ name: string, command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv }} options
   * @returns {{ kill(): Promise<void> }} ends the process at once, as a crash of the machine would
   */
  start(options) {
    const tail = new Tail();
    const logFile = path.join(this.#logs, `${options.name}.log`);
    const log = createWriteStream(logFile);
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        tail.add(chunk);
        log.write(chunk);
      });
    }
    const ended = new Promise(resolve => {
      child.on('error', error => resolve(error.message));
      child.on('close', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    const entry = { child, ended, killed: false };
    ended.then(reason => {
      log.end();
      if (!this.#stopping && !entry.killed) {
        this.#onUnexpectedExit(
          new UserError(
            `${tail}\n\nThe ${options.name} ended (${reason}); its last lines are above, all of them in ${logFile}.`,
          ),
        );
      }
    });
    this.#children.push(entry);
    return {
      kill: async () => {
        entry.killed = true;
        signalGroup(child, 'SIGKILL');
        await ended;
      },
    };
  }

  /** Ends every process, newest first, and resolves once all are gone. */
  async stop() {
    this.#stopping = true;
    for (const { child, ended } of this.#children.toReversed()) {
      signalGroup(child, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
      signalGroup(child, 'SIGKILL');
    }
    this.#children = [];
    process.off('exit', this.#killAll);
  }
}

function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
