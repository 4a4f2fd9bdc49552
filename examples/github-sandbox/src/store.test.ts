import { spawn, type ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

jest.setTimeout(60_000);

const CONFLICT = {
  message: 'Repository creation failed.',
  errors: [
    {
      resource: 'Repository',
      code: 'custom',
      field: 'name',
      message: 'name already exists on this account',
    },
  ],
  documentation_url: expect.any(String),
};

describe('what is kept', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.remove());

  const create = (name: string, more = {}) =>
    sandbox.call('POST', '/orgs/acme/repos', {
      body: { name, auto_init: true, ...more },
    });

  it('makes a repository once, of many requests at once', async () => {
    const answers = await Promise.all(
      ['shop', 'shop', 'SHOP', 'shop', 'Shop'].map(name => create(name)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 422, 422, 422, 422,
    ]);
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject(
      CONFLICT,
    );
    const list = await sandbox.call('GET', '/orgs/acme/repos');
    expect(list.body).toHaveLength(1);
  });

  it('opens a pull request and moves a branch once, of many requests at once', async () => {
    await create('shop');
    const base = '/repos/acme/shop';
    const put = (path: string, branch: string) =>
      sandbox.call('PUT', `${base}/contents/${path}`, {
        body: { message: path, content: 'eA==', branch },
      });
    const main = (await sandbox.call('GET', `${base}/git/ref/heads/main`)).body;
    const refs = await Promise.all(
      [1, 2, 3].map(() =>
        sandbox.call('POST', `${base}/git/refs`, {
          body: { ref: 'refs/heads/change', sha: main.object.sha },
        }),
      ),
    );
    expect(refs.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    await Promise.all(['a', 'b', 'c'].map(path => put(path, 'change')));
    const commits = await sandbox.call('GET', `${base}/commits?sha=change`);
    expect(commits.body).toHaveLength(4);
    const pulls = await Promise.all(
      [1, 2, 3].map(() =>
        sandbox.call('POST', `${base}/pulls`, {
          body: { title: 'Change', head: 'acme:change', base: 'main' },
        }),
      ),
    );
    expect(pulls.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('is the same after a restart', async () => {
    await create('shop', { description: 'A shop' });
    await sandbox.call('PUT', '/repos/acme/shop/topics', {
      body: { names: ['crud'] },
    });
    const before = (await sandbox.call('GET', '/repos/acme/shop')).body;
    await sandbox.restart();
    expect((await sandbox.call('GET', '/repos/acme/shop')).body).toEqual(
      before,
    );
    expect((await create('shop')).status).toBe(422);
  });

  it('renames, archives and deletes a repository', async () => {
    await create('shop');
    const path = '/repos/acme/shop';
    const renamed = await sandbox.call('PATCH', path, {
      body: { name: 'store' },
    });
    expect(renamed.body.full_name).toBe('acme/store');
    expect((await sandbox.call('GET', path)).status).toBe(404);
    await sandbox.call('PATCH', '/repos/acme/store', {
      body: { archived: true },
    });
    const refused = await sandbox.call('PUT', '/repos/acme/store/topics', {
      body: { names: [] },
    });
    expect(refused.status).toBe(403);
    await sandbox.restart();
    expect((await sandbox.call('DELETE', '/repos/acme/store')).status).toBe(
      204,
    );
    expect((await sandbox.call('GET', '/repos/acme/store')).status).toBe(404);
    const left = await readdir(join(sandbox.dataDir, 'repositories', 'acme'));
    expect(left).toEqual([]);
  });

  it('refuses names that lead elsewhere', async () => {
    for (const name of ['..', '.', 'a/b', '-x/../y', 'a b', 'x.git', '', 'ä']) {
      expect([name, (await create(name)).status]).toEqual([name, 422]);
    }
    const names = await readdir(join(sandbox.dataDir, 'repositories'));
    expect(names).toEqual([]);
  });

  it('knows who asks', async () => {
    await create('secret', { private: true });
    const get = (path: string, options = {}) =>
      sandbox.call('GET', path, options);
    expect((await get('/repos/acme/secret', { token: '' })).status).toBe(404);
    expect((await get('/repos/acme/secret')).status).toBe(200);
    expect((await get('/user', { token: 'wrong' })).body).toMatchObject({
      message: 'Bad credentials',
    });
    expect((await get('/user', { token: '' })).status).toBe(401);
    const headers = { Authorization: `token ${sandbox.token}` };
    expect((await get('/user', { token: '', headers })).status).toBe(200);
    const anonymous = await sandbox.call('POST', '/orgs/acme/repos', {
      body: { name: 'x' },
      token: '',
    });
    expect(anonymous.status).toBe(401);
  });
});

describe('a process that is killed', () => {
  function start(dataDir: string, port: number): ChildProcess {
    return spawn(
      process.execPath,
      [
        '--import',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        'src/main.ts',
      ],
      {
        cwd: join(__dirname, '..'),
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          PORT: String(port),
          GITHUB_SANDBOX_DATA: dataDir,
        },
      },
    );
  }

  async function untilReady(url: string) {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      try {
        await fetch(`${url}/api/v3/meta`);
        return;
      } catch {
        await new Promise(done => setTimeout(done, 100));
      }
    }
    throw new Error(`${url} does not answer`);
  }

  it('leaves whole repositories only, and goes on', async () => {
    const sandbox = await startTestSandbox();
    await sandbox.stop();
    const port = Number(new URL(sandbox.url).port);
    let child = start(sandbox.dataDir, port);
    await untilReady(sandbox.url);
    const made: string[] = [];
    const running = Promise.allSettled(
      Array.from({ length: 30 }, async (_, index) => {
        const { status } = await sandbox.call('POST', '/orgs/acme/repos', {
          body: { name: `shop-${index}`, auto_init: true },
        });
        if (status === 201) {
          made.push(`shop-${index}`);
          if (made.length === 3) {
            child.kill('SIGKILL');
          }
        }
      }),
    );
    await running;
    child = start(sandbox.dataDir, port);
    await untilReady(sandbox.url);
    const list = await sandbox.call('GET', '/orgs/acme/repos?per_page=100');
    const names: string[] = list.body.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(made));
    for (const name of names) {
      const { status } = await sandbox.call(
        'GET',
        `/repos/acme/${name}/readme`,
      );
      expect([name, status]).toEqual([name, 200]);
    }
    child.kill('SIGKILL');
    await sandbox.remove();
  });
});
