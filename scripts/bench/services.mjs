import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run as execute } from '../lib/processes.mjs';
import { withDatabase } from '../service/databases.mjs';
import { withDatabaseServers } from '../service/databaseServers.mjs';
import { openService, runCommand } from '../service/openService.mjs';
import { FRAMEWORKS } from './services/frameworks.mjs';
import { measurePair } from './services/measurePair.mjs';
import { reportPairs } from './services/report.mjs';
import { OPEN_ROWS } from './services/rows.mjs';
import { startServer } from './services/startServer.mjs';

const CACHE = path.join(ROOT, '.cache/bench/services');
const MODEL = 'examples/models/product.yaml';
const ROUNDS = 9;
const INTERRUPTED = 130;

export default {
  name: 'services',
  description:
    'requests a second of each generated service beside a minimal hand-written one of its framework, in turns on the same database server: 32 connections, production settings, logs in files',
  run,
};

async function run() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // What is started here ends when this process exits.
    process.once(signal, () => process.exit(INTERRUPTED));
  }
  const pairs = {};
  await withDatabaseServers(async servers => {
    for (const framework of FRAMEWORKS) {
      pairs[framework.name] = await measureFramework(framework, servers);
    }
  });
  return reportPairs(pairs);
}

async function measureFramework(framework, servers) {
  const folder = path.join(CACHE, framework.name);
  const service = await renderService(framework, path.join(folder, 'service'));
  const minimal = await framework.prepareMinimal({
    service: service.folder,
    folder: path.join(folder, 'minimal'),
  });
  const logs = path.join(folder, 'logs');
  await mkdir(logs, { recursive: true });
  const sides = {
    generated: {
      command: service.commands.start,
      cwd: service.folder,
      readyPath: '/health/ready',
      logFile: path.join(logs, 'generated.log'),
    },
    minimal: {
      ...minimal,
      readyPath: '/api/v1/products',
      logFile: path.join(logs, 'minimal.log'),
    },
  };
  const onProgress = text => show(`${framework.name}: ${text}`);
  return withSide(service, sides.generated, servers, generated =>
    withSide(service, sides.minimal, servers, other =>
      measurePair(
        { generated, minimal: other },
        { rounds: ROUNDS, onProgress },
      ),
    ),
  );
}

async function renderService({ name, template }, folder) {
  show(`${name}: render and install`);
  await rm(folder, { recursive: true, force: true });
  await execute(
    process.execPath,
    [
      path.join(ROOT, 'scripts/perennial.mjs'),
      ...['render', template, '--model', path.join(ROOT, MODEL)],
      ...['--set', `name=${name}-bench`, '--set', 'description=Is measured'],
      ...['--set', 'owner=group:default/bench', '--out', folder],
    ],
    { cwd: ROOT },
  );
  const service = await openService(folder);
  await runCommand(service, 'install');
  return service;
}

/** Runs something beside one of the two services, on a database of its own. */
function withSide(service, side, servers, use) {
  const options = { servers, database: service.database };
  return withDatabase(options, async (settings, url) => {
    const env = { NODE_ENV: 'production', ...settings };
    if (!side.makesIndexes) {
      await runCommand(service, 'migrate', { env });
    }
    const server = await startServer({ ...side, env });
    try {
      const rows = await OPEN_ROWS[service.database](url, server.url);
      const result = await use({ ...server, rows });
      await rows.close();
      return result;
    } finally {
      await server.stop();
    }
  });
}

function show(text) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K  ${text}`);
  }
}
