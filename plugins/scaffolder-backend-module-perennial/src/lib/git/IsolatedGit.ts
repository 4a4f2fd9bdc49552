import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { TransientError } from '../retry/errors';

const LOCAL_TIMEOUT_MS = 120_000;
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** What a Git command needs of the outside: to be found, and to get through a proxy. */
const INHERITED_VARIABLES = [
  'PATH',
  'SystemRoot',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

/** Nothing of the machine's or the user's settings may change a commit's id. */
const FIXED_SETTINGS: Record<string, string> = {
  'core.autocrlf': 'false',
  'core.fileMode': 'true',
  'core.hooksPath': os.devNull,
  'core.looseCompression': '1',
  'core.safecrlf': 'false',
  'core.symlinks': 'true',
  'commit.gpgSign': 'false',
  'gc.auto': '0',
  'http.followRedirects': 'false',
  'http.lowSpeedLimit': '1',
  'http.lowSpeedTime': '60',
};

/**
 * Stronger than any .gitattributes among the files: they are recorded byte for
 * byte, as a lineage names them, whatever Git would make of their line ends.
 */
const VERBATIM = '* -text -filter -ident -working-tree-encoding';

export interface GitResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Git with a repository of its own in a temporary folder, beside the files
 * that it is to record, cut off from every configuration of the machine.
 */
export class IsolatedGit {
  readonly #workTree: string;
  readonly #directory: string;

  private constructor(options: { workTree: string; directory: string }) {
    this.#workTree = options.workTree;
    this.#directory = options.directory;
  }

  static async create(options: {
    /** Folder with the files; nothing is written to it. */
    workTree: string;
    /** Folder in which the temporary repository is made. */
    temporaryRoot: string;
  }): Promise<IsolatedGit> {
    const directory = await fs.mkdtemp(
      path.join(options.temporaryRoot, 'perennial-git-'),
    );
    try {
      const git = new IsolatedGit({
        workTree: await existingFolder(options.workTree, directory),
        directory,
      });
      await git.run({ args: ['init', '--quiet', '--template=', '.'] });
      const info = path.join(directory, '.git', 'info');
      await fs.mkdir(info, { recursive: true });
      await fs.writeFile(path.join(info, 'attributes'), `${VERBATIM}\n`);
      return git;
    } catch (error) {
      await fs.rm(directory, { recursive: true, force: true });
      throw error;
    }
  }

  async dispose(): Promise<void> {
    await fs.rm(this.#directory, { recursive: true, force: true });
  }

  /** Runs a local command and returns what it prints; a failure is an error. */
  async run(options: GitCommand): Promise<string> {
    const result = await this.execute(options);
    if (result.exitCode !== 0) {
      throw new Error(
        `git ${options.args[0]} failed (${
          result.exitCode
        }): ${result.stderr.trim()}`,
      );
    }
    return result.stdout;
  }

  /** Runs a command whose failure is an answer. */
  async execute(options: GitCommand): Promise<GitResult> {
    const { args, input } = options;
    const timeoutMs = options.timeoutMs ?? LOCAL_TIMEOUT_MS;
    return await new Promise<GitResult>((resolve, reject) => {
      const child = execFile(
        'git',
        args,
        {
          cwd: this.#directory,
          encoding: 'utf8',
          maxBuffer: OUTPUT_LIMIT_BYTES,
          timeout: timeoutMs,
          env: this.#environment(options),
        },
        (error, stdout, stderr) => {
          if (!error) {
            resolve({ exitCode: 0, stdout, stderr });
          } else if (error.code === ('ENOENT' as unknown)) {
            reject(
              new Error(
                'The backend needs the `git` command (2.31 or newer) to publish, and it is not on its PATH. Install Git where the backend runs.',
                { cause: error },
              ),
            );
          } else if (typeof error.code === 'number') {
            resolve({ exitCode: error.code, stdout, stderr });
          } else {
            reject(
              new TransientError(
                error.killed
                  ? `git ${args[0]} did not end within ${timeoutMs / 1000} s`
                  : `git ${args[0]} was ended by ${error.signal}`,
              ),
            );
          }
        },
      );
      // A command that ends without reading its input is judged by its exit code.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input ?? '');
    });
  }

  #environment(options: GitCommand): NodeJS.ProcessEnv {
    const inherited = INHERITED_VARIABLES.flatMap(name =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    );
    // As variables and not as `-c` arguments: a token among them would be
    // readable in the process list.
    const settings = Object.entries({ ...FIXED_SETTINGS, ...options.settings });
    return {
      ...Object.fromEntries(inherited),
      LC_ALL: 'C',
      HOME: this.#directory,
      GIT_DIR: path.join(this.#directory, '.git'),
      GIT_WORK_TREE: this.#workTree,
      GIT_INDEX_FILE: path.join(
        this.#directory,
        '.git',
        options.index ?? 'index',
      ),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: os.devNull,
      GIT_ATTR_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ALLOW_PROTOCOL: options.allowedProtocol ?? '',
      GIT_CONFIG_COUNT: String(settings.length),
      ...Object.fromEntries(
        settings.flatMap(([key, value], index) => [
          [`GIT_CONFIG_KEY_${index}`, key],
          [`GIT_CONFIG_VALUE_${index}`, value],
        ]),
      ),
      ...options.variables,
    };
  }
}

/** Git refuses every command where its work tree is missing; an empty one tells the same. */
async function existingFolder(
  workTree: string,
  directory: string,
): Promise<string> {
  const found = await fs.stat(workTree).catch(() => undefined);
  if (found?.isDirectory()) {
    return workTree;
  }
  const empty = path.join(directory, 'empty');
  await fs.mkdir(empty);
  return empty;
}

export interface GitCommand {
  args: string[];
  input?: string;
  settings?: Record<string, string>;
  variables?: Record<string, string>;
  /** Name of an index of its own, for a tree beside that of the folder. */
  index?: string;
  /** The one protocol that the command may use; none by default. */
  allowedProtocol?: string;
  timeoutMs?: number;
}
