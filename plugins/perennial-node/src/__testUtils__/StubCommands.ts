import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import type { TestFolder } from './TestFolder';

/** How a stub was called. */
export interface StubCall {
  command: string;
  args: string[];
  /** Empty where its arguments name no standard input. */
  input: string;
  /** The kubeconfig that it would have read. */
  kubeconfig?: { text: string; mode: number };
}

export interface StubRun {
  code: number | null;
  /** Standard output and standard error. */
  output: string;
  calls: StubCall[];
}

/** The start of every stub: it notes how it was called. */
const RECORD = `#!${process.execPath}
const { appendFileSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { basename } = require('node:path');
const command = basename(process.argv[1]);
const args = process.argv.slice(2);
const readsInput = args.some(arg => arg === '-' || arg === '--password-stdin' || arg.endsWith('/dev/stdin'));
const input = readsInput ? readFileSync(0, 'utf8') : '';
const file = process.env.KUBECONFIG;
const kubeconfig = file && { text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 };
appendFileSync(process.env.STUB_CALLS, JSON.stringify({ command, args, input, kubeconfig }) + '\\n');
`;

/** Commands that only note how they were called, for scripts that would change the world. */
export class StubCommands {
  readonly #bin: string;
  readonly #folder: TestFolder;

  /** @param behaviours - what each command does after it has noted its call, as JavaScript */
  constructor(folder: TestFolder, behaviours: Record<string, string>) {
    this.#folder = folder;
    this.#bin = folder.write('bin', {});
    for (const [command, behaviour] of Object.entries(behaviours)) {
      const file = join(this.#bin, command);
      writeFileSync(file, `${RECORD}${behaviour}\n`);
      chmodSync(file, 0o755);
    }
  }

  /** Runs a command that finds the stubs before all else; the environment holds nothing but what is given. */
  async run(
    argv: [command: string, ...args: string[]],
    options: { cwd: string; env: Record<string, string> },
  ): Promise<StubRun> {
    const record = join(this.#folder.write('calls', {}), 'calls');
    const [command, ...args] = argv;
    const child = spawn(command, args, {
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${this.#bin}${delimiter}${process.env.PATH}`,
        STUB_CALLS: record,
        ...options.env,
      },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const calls = existsSync(record)
      ? readFileSync(record, 'utf8').trim().split('\n')
      : [];
    return {
      code,
      output: Buffer.concat(chunks).toString(),
      calls: calls.map(line => JSON.parse(line)),
    };
  }
}
