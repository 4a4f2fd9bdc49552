import { rm } from 'node:fs/promises';
import { authenticated, git, newWorkingCopy } from './__testUtils__/git';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

jest.setTimeout(60_000);

describe('faults', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox({ admin: true });
  });
  afterEach(() => sandbox.remove());

  const create = (name = 'shop') =>
    sandbox.call('POST', '/orgs/acme/repos', { body: { name } });
  const exists = async () =>
    (await sandbox.call('GET', '/repos/acme/shop')).status === 200;

  it('answers with a status instead of the effect, as often as asked', async () => {
    sandbox.faults.add({
      kind: 'status',
      method: 'POST',
      path: /\/repos$/,
      times: 2,
      status: 403,
      headers: { 'Retry-After': '1' },
      body: { message: 'You have exceeded a secondary rate limit.' },
    });
    const answer = await create();
    expect(answer).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('secondary rate limit') },
    });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await create()).status).toBe(403);
    expect(await exists()).toBe(false);
    expect((await create()).status).toBe(201);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it('drops the connection before the effect', async () => {
    sandbox.faults.add({
      kind: 'drop-before',
      path: '/api/v3/orgs/acme/repos',
    });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(await exists()).toBe(false);
  });

  it('has the effect and then drops the connection', async () => {
    sandbox.faults.add({ kind: 'drop-after', path: '/api/v3/orgs/acme/repos' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(await exists()).toBe(true);
    expect((await create()).status).toBe(422);
  });

  it('has the effect and then answers with an error', async () => {
    sandbox.faults.add({ kind: 'status-after', method: 'POST', status: 502 });
    expect(await create()).toMatchObject({
      status: 502,
      body: { message: 'An injected fault' },
    });
    expect(await exists()).toBe(true);
  });

  it('lets some requests pass first, is slow, and hangs', async () => {
    sandbox.faults.add({ kind: 'slow', skip: 1, delayMs: 300, path: /user$/ });
    const timed = async () => {
      const started = Date.now();
      await sandbox.call('GET', '/user');
      return Date.now() - started;
    };
    await timed();
    expect(await timed()).toBeGreaterThanOrEqual(290);
    sandbox.faults.add({ kind: 'hang' });
    await expect(
      fetch(sandbox.url, { signal: AbortSignal.timeout(300) }),
    ).rejects.toThrow(/timeout|aborted/);
  });

  it('drops a push before and after its effect', async () => {
    await create();
    const copy = await newWorkingCopy({ 'a.txt': 'a' });
    const push = () =>
      git(copy, 'push', '--quiet', authenticated(sandbox, 'acme/shop'), 'main');
    const commits = async () =>
      (await sandbox.call('GET', '/repos/acme/shop/commits')).status;
    const path = '/acme/shop.git/git-receive-pack';
    sandbox.faults.add({ kind: 'drop-before', path });
    await expect(push()).rejects.toThrow();
    expect(await commits()).toBe(409);
    sandbox.faults.add({ kind: 'drop-after', path });
    await expect(push()).rejects.toThrow();
    expect(await commits()).toBe(200);
    await push();
    await rm(copy, { recursive: true });
  });

  it('is set over HTTP, with a log of the requests', async () => {
    const admin = (method: string, path: string, body?: object) =>
      fetch(`${sandbox.url}/_sandbox${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    const added = await admin('POST', '/faults', {
      kind: 'status',
      path: '/orgs\\/\\w+\\/repos$/',
      status: 429,
    });
    expect(added.status).toBe(201);
    expect((await admin('POST', '/faults', { kind: 'odd' })).status).toBe(400);
    expect((await create()).status).toBe(429);
    await create();
    const log = await (await admin('GET', '/requests?area=rest')).json();
    expect(log).toMatchObject([
      { method: 'POST', status: 429, fault: 'status' },
      { method: 'POST', status: 201 },
    ]);
    expect(sandbox.requests.count({ method: 'POST', path: /repos$/ })).toBe(2);
    await admin('DELETE', '/requests');
    expect(sandbox.requests.count({ area: 'rest' })).toBe(0);
  });

  it('is not offered over HTTP unless enabled', async () => {
    const closed = await startTestSandbox();
    const answer = await fetch(`${closed.url}/_sandbox/faults`);
    expect(answer.status).toBe(404);
    await closed.remove();
  });
});
