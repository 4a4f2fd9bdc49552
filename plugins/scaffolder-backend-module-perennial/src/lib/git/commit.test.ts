import os from 'node:os';
import path from 'node:path';
import fs from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { IsolatedGit } from './IsolatedGit';
import { writeCommit, writeTree } from './commit';

const details = {
  message: 'Create the service',
  author: { name: 'Acme', email: 'platform@acme.example' },
  date: '2026-11-21T10:20:30Z',
};

describe('writeCommit', () => {
  const directory = createMockDirectory();

  async function commitOf(
    workTree: string,
    over: Partial<typeof details> = {},
  ) {
    const git = await IsolatedGit.create({
      workTree,
      temporaryRoot: os.tmpdir(),
    });
    try {
      const tree = await writeTree(git);
      const listing = await git.run({ args: ['ls-tree', '-r', tree] });
      const commit = await writeCommit({
        git,
        tree,
        details: { ...details, ...over },
      });
      const text = await git.run({ args: ['cat-file', 'commit', commit.hash] });
      return { ...commit, listing, text };
    } finally {
      await git.dispose();
    }
  }

  beforeEach(async () => {
    directory.setContent({
      'one/README.md': '# Hello\r\n',
      'one/.gitattributes': '* text=auto eol=lf\n*.md filter=lfs\n',
      'one/run.sh': '#!/bin/sh\n',
      'one/.gitignore': 'secret.txt\n',
      'one/secret.txt': 'no',
      'one/deep/ünïcode name.txt': 'x',
    });
    await fs.chmod(directory.resolve('one/run.sh'), 0o755);
    await fs.cp(directory.resolve('one'), directory.resolve('two'), {
      recursive: true,
    });
  });

  it('makes the same commit of the same content, wherever and whenever', async () => {
    const one = await commitOf(directory.resolve('one'));
    const two = await commitOf(directory.resolve('two'));
    expect(two.hash).toBe(one.hash);
    expect(one.text).toContain(
      'author Acme <platform@acme.example> 1795256430 +0000',
    );
    expect(one.text).toContain('\n\nCreate the service');
    expect(one.text).not.toContain('parent');
  });

  it('is not changed by settings of the machine or the user', async () => {
    const before = await commitOf(directory.resolve('one'));
    const home = directory.resolve('home');
    await fs.mkdir(home, { recursive: true });
    await fs.writeFile(
      path.join(home, '.gitconfig'),
      '[core]\n autocrlf = input\n fileMode = false\n excludesFile = ~/ignore\n[user]\n name = Somebody\n',
    );
    await fs.writeFile(path.join(home, 'ignore'), 'README.md\n');
    const saved = { ...process.env };
    Object.assign(process.env, {
      HOME: home,
      XDG_CONFIG_HOME: home,
      GIT_AUTHOR_NAME: 'Somebody',
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere/index',
      TZ: 'Asia/Tokyo',
    });
    try {
      expect((await commitOf(directory.resolve('one'))).hash).toBe(before.hash);
    } finally {
      process.env = saved;
    }
  });

  it('keeps exec bits, line ends and names, and leaves out what .gitignore names', async () => {
    const { listing } = await commitOf(directory.resolve('one'));
    expect(listing).toContain('100755 blob');
    expect(listing).toMatch(/100755 blob \w+\trun\.sh/);
    expect(listing).not.toContain('secret.txt');
    const blob = execFileSync('git', ['hash-object', '--stdin'], {
      input: '# Hello\r\n',
      encoding: 'utf8',
    }).trim();
    expect(listing).toContain(`${blob}\tREADME.md`);
  });

  it('depends on the date by the second', async () => {
    const one = await commitOf(directory.resolve('one'));
    const two = await commitOf(directory.resolve('one'), {
      date: '2026-11-21T10:20:31Z',
    });
    expect(two.hash).not.toBe(one.hash);
    expect(two.tree).toBe(one.tree);
  });

  it('refuses a folder without files, and one that is not there', async () => {
    await fs.mkdir(directory.resolve('empty'));
    for (const name of ['empty', 'missing']) {
      await expect(commitOf(directory.resolve(name))).rejects.toThrow(
        'There is nothing to publish',
      );
    }
  });

  it('refuses a repository within the files', async () => {
    const nested = directory.resolve('one/vendor/library');
    await fs.mkdir(nested, { recursive: true });
    await fs.writeFile(path.join(nested, 'a'), 'a');
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args],
        {
          cwd: nested,
        },
      );
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    await expect(commitOf(directory.resolve('one'))).rejects.toThrow(
      'The folder "vendor/library" of the workspace is a Git repository of its own',
    );
  });

  it('writes nothing into the folder', async () => {
    await commitOf(directory.resolve('one'));
    expect(await fs.readdir(directory.resolve('one'))).not.toContain('.git');
  });
});
