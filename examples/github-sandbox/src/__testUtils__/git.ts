import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs the person's own Git as a client, without the person's settings. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
    },
  });
  return stdout.trim();
}

/** A new empty folder. */
export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'github-sandbox-client-'));
}

/** Writes files below a folder. */
export async function writeFiles(
  folder: string,
  files: Record<string, string>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** A working copy with one commit on `main`, not pushed. */
export async function newWorkingCopy(
  files: Record<string, string>,
): Promise<string> {
  const folder = await newFolder();
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await commitFiles(folder, files, 'First');
  return folder;
}

/** Writes files and commits everything. */
export async function commitFiles(
  folder: string,
  files: Record<string, string>,
  message: string,
): Promise<string> {
  await writeFiles(folder, files);
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** Address of a repository with the token in it, as CI servers write it. */
export function authenticated(
  sandbox: { url: string; token: string },
  fullName: string,
): string {
  const url = new URL(`${sandbox.url}/${fullName}.git`);
  url.username = 'x-access-token';
  url.password = sandbox.token;
  return url.toString();
}
