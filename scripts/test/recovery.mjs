import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import yaml from 'yaml';
import { ROOT } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPortal } from '../lib/portal.mjs';
import { PortalClient } from '../lib/portalClient.mjs';
import { UserError } from '../lib/report.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { runChecks } from './checks.mjs';

const execute = promisify(execFile);
const TOKEN = 'sandbox-token';
const TEMPLATE = 'template:default/express-postgres';

/**
 * The moments at which the backend is killed, each by a request that GitHub
 * never answers: everything before it has happened, nothing after it.
 */
const MOMENTS = {
  'before-the-first-look': [
    { method: 'GET', path: name => `^/api/v3/repos/acme/${name}$` },
  ],
  'before-the-creation': [
    { method: 'POST', path: () => '^/api/v3/orgs/acme/repos$' },
  ],
  'created-and-the-answer-lost': [
    {
      method: 'POST',
      path: () => '^/api/v3/orgs/acme/repos$',
      kind: 'drop-after',
    },
    { method: 'GET', path: name => `^/api/v3/repos/acme/${name}$`, skip: 1 },
  ],
  'before-the-push': [
    {
      method: 'POST',
      path: name => `^/acme/${name}(\\.git)?/git-receive-pack`,
    },
  ],
  'after-the-push': [
    { method: 'PATCH', path: name => `^/api/v3/repos/acme/${name}$` },
  ],
  'before-the-catalog-reads': [
    {
      method: 'GET',
      path: name => `^/api/v3/repos/acme/${name}/contents/catalog-info`,
    },
  ],
};

/**
 * Kills the backend of a real portal between any two effects of a task, brings
 * it back, and expects each service once: one repository, one commit, one
 * entry in the catalog.
 */
export function runPart() {
  return withTemporaryFolder(async data => {
    let portal;
    try {
      portal = await startPortal({
        data,
        env: {
          PERENNIAL_PAGE_PORT: String(await freePort()),
          GITHUB_SANDBOX_PORT: String(await freePort()),
          GITHUB_SANDBOX_ADMIN: 'true',
          GITHUB_TOKEN: '',
          APP_CONFIG_scaffolder_taskRecovery_staleTimeout: '{"seconds":3}',
        },
        onStarted: started => {
          portal = started;
        },
      });
      return await runChecks(recoveryChecks(await describeWorld(portal)));
    } finally {
      await portal?.stop();
    }
  });
}

async function describeWorld(portal) {
  const model = path.join(ROOT, 'examples/models/product.yaml');
  return {
    portal,
    sandbox: portal.repositoriesUrl,
    host: new URL(portal.repositoriesUrl).host,
    model: yaml.parse(await readFile(model, 'utf8')),
  };
}

function recoveryChecks(world) {
  const tasks = new Map();
  return [
    {
      title: `Kill the backend at ${
        Object.keys(MOMENTS).length
      } moments at once`,
      run: async () => {
        const client = await signIn(world);
        for (const [name, faults] of Object.entries(MOMENTS)) {
          await hangAt(world, name, faults);
          tasks.set(name, await createService(world, client, name));
          await client.waitFor(`the fault of ${name}`, () => struck(world));
        }
        await world.portal.killBackend();
        await world.portal.startBackend();
      },
    },
    ...Object.keys(MOMENTS).map(name => ({
      title: `Killed ${name.replaceAll('-', ' ')}: made once, registered once`,
      run: () => expectMadeOnce(world, name, tasks.get(name)),
    })),
    {
      title: 'No repository beside those',
      run: async () => {
        const repositories = await github(world, 'GET', '/orgs/acme/repos');
        const names = repositories.map(({ name }) => name).sort();
        expectEqual(names, Object.keys(MOMENTS).sort(), 'repositories');
      },
    },
    {
      title: 'GitHub down: the task fails, its retry succeeds',
      run: () => expectRetry(world),
    },
    {
      title: 'Cancelled in the middle: the same service can be made again',
      run: () => expectCancelled(world),
    },
  ];
}

async function expectMadeOnce(world, name, id) {
  const client = await signIn(world);
  const task = await client.waitForTask(id, { timeoutMs: 180_000 });
  if (task.status !== 'completed') {
    throw new UserError(`Task ${name} ${task.status}:\n${task.log}`);
  }
  const { stdout } = await execute('git', [
    ...['ls-remote', '--'],
    `http://x-access-token:${TOKEN}@${world.host}/acme/${name}.git`,
  ]);
  expectEqual(
    stdout
      .trim()
      .split('\n')
      .filter(line => line.endsWith('refs/heads/main')).length,
    1,
    `branches main of ${name}`,
  );
  const commits = await github(world, 'GET', `/repos/acme/${name}/commits`);
  expectEqual(commits.length, 1, `commits of ${name}`);
  const repository = await github(world, 'GET', `/repos/acme/${name}`);
  if (repository.homepage?.includes('/tasks/')) {
    throw new UserError(`${name} still bears the mark of its task.`);
  }
  await client.waitFor(`${name} in the catalog`, () =>
    client.entity('component', name),
  );
  await client.waitFor(`the API of ${name} in the catalog`, () =>
    client.entity('api', name),
  );
}

async function expectRetry(world) {
  const name = 'retried';
  const client = await signIn(world);
  await addFault(world, {
    method: 'GET',
    path: `/^/api/v3/repos/acme/${name}$/`,
    kind: 'status',
    status: 503,
    times: 100,
  });
  const id = await createService(world, client, name);
  const failed = await client.waitForTask(id);
  expectEqual(failed.status, 'failed', 'status while GitHub is down');
  await clearFaults(world);
  await client.request('POST', `/api/scaffolder/v2/tasks/${id}/retry`, {});
  await client.waitFor('the retry to start', async () => {
    const { status } = await client.request(
      'GET',
      `/api/scaffolder/v2/tasks/${id}`,
    );
    return status === 'failed' ? undefined : status;
  });
  await expectMadeOnce(world, name, id);
}

async function expectCancelled(world) {
  const name = 'cancelled';
  const client = await signIn(world);
  await hangAt(world, name, MOMENTS['before-the-push']);
  const first = await createService(world, client, name);
  await client.waitFor(`the fault of ${name}`, () => struck(world));
  await client.request('POST', `/api/scaffolder/v2/tasks/${first}/cancel`, {});
  const cancelled = await client.waitForTask(first);
  expectEqual(
    cancelled.status === 'completed',
    false,
    'cancelled task completed',
  );
  await expectMadeOnce(world, name, await createService(world, client, name));
}

const signIn = world => PortalClient.signIn(world.portal.pageUrl);

const createService = (world, client, name) =>
  client.createTask(TEMPLATE, {
    name,
    description: 'Made once, whatever happens',
    owner: 'group:default/storefront',
    model: world.model,
    auth: 'none',
    kubernetes: false,
    repoUrl: `${world.host}?owner=acme&repo=${name}`,
  });

async function hangAt(world, name, faults) {
  for (const { path: pathOf, kind = 'hang', ...fault } of faults) {
    await addFault(world, { ...fault, kind, path: `/${pathOf(name)}/` });
  }
}

/** The faults that have struck all they should, or undefined while any waits. */
async function struck(world) {
  const response = await fetch(`${world.sandbox}/_sandbox/faults`);
  const pending = await response.json();
  return pending.length === 0 ? true : undefined;
}

async function addFault(world, fault) {
  const response = await fetch(`${world.sandbox}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  });
  expectEqual(response.status, 201, 'answer to a new fault');
}

const clearFaults = world =>
  fetch(`${world.sandbox}/_sandbox/faults`, { method: 'DELETE' });

async function github(world, method, route) {
  const response = await fetch(`${world.sandbox}/api/v3${route}`, {
    method,
    headers: { Authorization: `token ${TOKEN}` },
  });
  expectEqual(response.status, 200, `${method} ${route}`);
  return response.json();
}

function expectEqual(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new UserError(
      `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(
        actual,
      )}.`,
    );
  }
}
