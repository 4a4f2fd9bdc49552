import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import {
  authenticated,
  commitFiles,
  git,
  newFolder,
  newWorkingCopy,
} from './__testUtils__/git';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

jest.setTimeout(60_000);

describe('Git over HTTP', () => {
  let sandbox: TestSandbox;
  let copy: string;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    await sandbox.call('POST', '/orgs/acme/repos', {
      body: { name: 'shop', private: true },
    });
    copy = await newWorkingCopy({ 'README.md': '# Shop\n', 'bin/run': 'x\n' });
  });
  afterEach(async () => {
    await sandbox.remove();
    await rm(copy, { recursive: true, force: true });
  });

  const push = (...refs: string[]) =>
    git(copy, 'push', '--quiet', authenticated(sandbox, 'acme/shop'), ...refs);

  it('pushes, clones and fetches', async () => {
    const first = await git(copy, 'rev-parse', 'HEAD');
    await push('main');
    const clone = await newFolder();
    await git(
      clone,
      'clone',
      '--quiet',
      authenticated(sandbox, 'acme/shop'),
      '.',
    );
    expect(await git(clone, 'rev-parse', 'HEAD')).toBe(first);
    const second = await commitFiles(copy, { 'a.txt': 'a' }, 'Second');
    await push('main');
    await git(clone, 'fetch', '--quiet');
    expect(await git(clone, 'rev-parse', 'origin/main')).toBe(second);
    const { body } = await sandbox.call('GET', '/repos/acme/shop/commits');
    expect(body.map((each: { sha: string }) => each.sha)).toEqual([
      second,
      first,
    ]);
    await rm(clone, { recursive: true });
  });

  it('makes the first branch of an empty repository the default one', async () => {
    await push('main:trunk');
    const { body } = await sandbox.call('GET', '/repos/acme/shop');
    expect(body.default_branch).toBe('trunk');
  });

  it('refuses a push that is not a fast forward, and takes it with force', async () => {
    await push('main');
    await commitFiles(copy, { 'a.txt': 'a' }, 'Second');
    await push('main');
    await git(copy, 'reset', '--quiet', '--hard', 'HEAD~1');
    await commitFiles(copy, { 'b.txt': 'b' }, 'Other');
    await expect(push('main')).rejects.toThrow(/rejected|fetch first/);
    await push('--force', 'main');
  });

  it('asks for the token before it tells whether a private repository exists', async () => {
    for (const name of ['shop', 'none']) {
      for (const service of ['git-upload-pack', 'git-receive-pack']) {
        const answer = await fetch(
          `${sandbox.url}/acme/${name}.git/info/refs?service=${service}`,
        );
        expect(answer.status).toBe(401);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
      }
    }
    const wrong = authenticated({ ...sandbox, token: 'wrong' }, 'acme/shop');
    await expect(git(copy, 'push', wrong, 'main')).rejects.toThrow(
      /Authentication failed|could not read/,
    );
  });

  it('serves nothing outside of the repositories', async () => {
    for (const path of [
      '/acme/../home/info/refs?service=git-upload-pack',
      '/acme/..%2f..%2fhome/info/refs?service=git-upload-pack',
      '/--upload-pack=x/shop/info/refs?service=git-upload-pack',
      '/acme/shop.git/HEAD',
      '/acme/shop.git/objects/info/packs',
      '/acme/shop.git/info/refs',
    ]) {
      const { status } = await fetch(`${sandbox.url}${path}`, {
        headers: { Authorization: `token ${sandbox.token}` },
      });
      expect([path, status >= 400]).toEqual([path, true]);
    }
  });

  it('follows a pull request on a push, and marks it merged by hand', async () => {
    await push('main');
    await git(copy, 'checkout', '--quiet', '-b', 'change');
    await commitFiles(copy, { 'a.txt': 'a' }, 'Change');
    await push('change');
    await sandbox.call('POST', '/repos/acme/shop/pulls', {
      body: { title: 'Change', head: 'change', base: 'main' },
    });
    const head = await commitFiles(copy, { 'a.txt': 'b' }, 'More');
    await push('change');
    const pull = async () =>
      (await sandbox.call('GET', '/repos/acme/shop/pulls/1')).body;
    expect(await pull()).toMatchObject({ commits: 2, head: { sha: head } });
    await push('change:main');
    expect(await pull()).toMatchObject({ state: 'closed', merged: true });
  });

  it('ends a push with its effect even when the client is killed', async () => {
    sandbox.faults.add({
      kind: 'slow',
      path: '/acme/shop.git/git-receive-pack',
      delayMs: 400,
    });
    const client = spawn(
      'git',
      ['push', authenticated(sandbox, 'acme/shop'), 'main'],
      {
        cwd: copy,
        stdio: 'ignore',
      },
    );
    await new Promise(done => setTimeout(done, 250));
    client.kill('SIGKILL');
    // Either all of it has arrived or nothing; the repository answers as before.
    await new Promise(done => setTimeout(done, 500));
    const { status } = await sandbox.call('GET', '/repos/acme/shop/commits');
    expect([200, 409]).toContain(status);
    await push('main');
  });
});
