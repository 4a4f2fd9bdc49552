import { copyFile, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';

/**
 * Copies what Git would commit from a folder: everything that its own
 * .gitignore files do not leave out, whether or not it is a repository yet and
 * whatever a repository around it ignores.
 *
 * @param {{ from: string, to: string }} options
 * @returns {Promise<string[]>} the files, relative to the folder
 */
export async function copyCommitted({ from, to }) {
  const stats = await lstat(from).catch(() => undefined);
  if (!stats?.isDirectory()) {
    throw new UserError(`There is no folder ${from}. Render a service first.`);
  }
  const files = await listCommitted(from);
  for (const file of files) {
    const target = path.join(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(from, file), target);
  }
  return files;
}

async function listCommitted(folder) {
  const repository = await mkdtemp(path.join(tmpdir(), 'check-rendered-git-'));
  const git = (...args) =>
    run('git', [`--git-dir=${repository}`, `--work-tree=${folder}`, ...args], {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  try {
    await git('init', '--quiet');
    const list = await git(
      ...['ls-files', '-z', '--others', '--exclude-standard'],
    );
    return list
      .split('\0')
      .filter(file => file && !file.startsWith('.git/'))
      .sort();
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
}
