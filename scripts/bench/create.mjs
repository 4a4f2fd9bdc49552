import { readFileSync } from 'node:fs';
import path from 'node:path';
import yaml from 'yaml';
import { ROOT } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPortal } from '../lib/portal.mjs';
import { PortalClient } from '../lib/portalClient.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { median, round } from './support/figures.mjs';

const MODELS = ['product', 'shop'];
const ROUNDS = 5;

export default {
  name: 'create',
  description:
    'from Create to registered on a running portal with the stand-in: seconds, and calls to GitHub',
  run: () => withTemporaryFolder(measureAll),
};

async function measureAll(data) {
  const portal = await startPortal({
    data,
    env: {
      PERENNIAL_PAGE_PORT: String(await freePort()),
      GITHUB_SANDBOX_PORT: String(await freePort()),
      GITHUB_SANDBOX_ADMIN: 'true',
      GITHUB_TOKEN: '',
    },
  });
  try {
    const client = await PortalClient.signIn(portal.pageUrl);
    const figures = {};
    for (const model of MODELS) {
      figures[model] = await measure(client, portal, model);
    }
    return { rows: table(figures), figures };
  } finally {
    await portal.stop();
  }
}

/** Times whole tasks; the first one of a backend, which loads code, is left out. */
async function measure(client, portal, name) {
  const model = yaml.parse(
    readFileSync(path.join(ROOT, 'examples/models', `${name}.yaml`), 'utf8'),
  );
  const seconds = [];
  let files;
  let calls;
  for (let index = 0; index <= ROUNDS; index += 1) {
    await forgetRequests(portal);
    const began = performance.now();
    const id = await create(client, portal, `${name}-${index}`, model);
    const task = await client.waitForTask(id);
    if (task.status !== 'completed') {
      throw new Error(`The task ${task.status}:\n${task.log}`);
    }
    if (index > 0) {
      seconds.push((performance.now() - began) / 1000);
    }
    files = Number(/Rendered (\d+) files/.exec(task.log)[1]);
    calls = await countRequests(portal, `${name}-${index}`);
  }
  return {
    files,
    ...calls,
    minimum: Math.min(...seconds),
    median: median(seconds),
  };
}

function create(client, portal, name, model) {
  return client.createTask('template:default/express-postgres', {
    name,
    description: 'Made to be timed',
    owner: 'group:default/storefront',
    model,
    auth: 'none',
    kubernetes: true,
    repoUrl: `${new URL(portal.repositoriesUrl).host}?owner=acme&repo=${name}`,
  });
}

const forgetRequests = portal =>
  fetch(`${portal.repositoriesUrl}/_sandbox/requests`, { method: 'DELETE' });

/** The calls for one repository; the catalog reads the others again meanwhile. */
async function countRequests(portal, repository) {
  const response = await fetch(`${portal.repositoriesUrl}/_sandbox/requests`);
  const repositoryCall = /^\/api\/v3\/repos\/acme\/([\w-]+)/;
  const requests = (await response.json()).filter(({ path: url }) => {
    const found = repositoryCall.exec(url);
    return !found || found[1] === repository;
  });
  const count = area =>
    requests.filter(request => request.area === area).length;
  return { rest: count('rest'), git: count('git') };
}

function table(figures) {
  return [
    ['model', 'files', 'REST calls', 'Git calls', 'minimum s', 'median s'],
    ...Object.entries(figures).map(([model, figure]) => [
      model,
      figure.files,
      figure.rest,
      figure.git,
      round(figure.minimum, 2),
      round(figure.median, 2),
    ]),
  ];
}
