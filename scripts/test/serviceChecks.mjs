import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { ROOT } from '../lib/paths.mjs';
import { freePort, waitForUrl } from '../lib/ports.mjs';
import { ProcessGroup, run } from '../lib/processes.mjs';
import { ensureSchemathesis, runSchemathesis } from './schemathesis.mjs';

const START_MS = 60_000;

/** Settings of a service whose callers sign in; ignored by one without. */
const AUTH = {
  JWT_SECRET: randomBytes(32).toString('hex'),
  JWT_ISSUER: 'https://issuer.test',
  JWT_AUDIENCE: 'perennial-test',
};

/**
 * The checks that a generated Node service must pass, in order.
 *
 * @param {{ folder: string, modelFile: string, name: string, database: { url: string } }} options
 *   the service's repository, the model it was made from, a name for its
 *   database, and a PostgreSQL server
 */
export function serviceChecks(options) {
  const { folder, modelFile } = options;
  const npm = (title, ...args) => ({
    title,
    run: update =>
      run('npm', args, { cwd: folder, onLine: update, env: npmEnvironment() }),
  });
  return [
    npm('npm ci', 'ci'),
    npm('npm run lint', 'run', 'lint'),
    npm('npm test, on its own embedded PostgreSQL', 'test'),
    {
      title: 'Checkers of workflows, images, manifests and secrets',
      run: update =>
        run(
          process.execPath,
          [path.join(ROOT, 'scripts/check-rendered.mjs'), folder],
          { cwd: ROOT, onLine: update },
        ),
    },
    {
      title: 'Conformance suite against the running service',
      run: update =>
        withService(options, async url =>
          run(
            process.execPath,
            [
              path.join(ROOT, 'scripts/conformance.mjs'),
              ...['--model', modelFile],
              ...(await tokenArguments(folder)),
              url,
            ],
            { cwd: ROOT, onLine: update },
          ),
        ),
    },
    {
      title: 'Schemathesis, all checks, against the running service',
      run: async update => {
        const program = await ensureSchemathesis(update);
        return withService(options, async url =>
          runSchemathesis({
            program,
            url,
            folder,
            auth: (await isSecured(folder)) ? AUTH : undefined,
            update,
          }),
        );
      },
    },
  ];
}

/** What makes tokens, where the service asks for some: an open one fails a run that brings them. */
async function tokenArguments(folder) {
  return (await isSecured(folder))
    ? [
        ...['--jwt-secret', AUTH.JWT_SECRET],
        ...['--issuer', AUTH.JWT_ISSUER],
        ...['--audience', AUTH.JWT_AUDIENCE],
      ]
    : [];
}

/** Whether callers of the service sign in, as its own API document says. */
async function isSecured(folder) {
  const document = JSON.parse(
    await readFile(path.join(folder, 'openapi.json'), 'utf8'),
  );
  return Boolean(document.components?.securitySchemes);
}

function npmEnvironment() {
  const { DATABASE_URL, ...env } = process.env;
  return env;
}

/** Runs something against the started service on a new, empty database. */
async function withService({ folder, name, database }, use) {
  const databaseUrl = await createDatabase(database.url, name);
  const port = await freePort();
  const env = {
    ...process.env,
    ...AUTH,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  };
  const lost = new AbortController();
  const processes = new ProcessGroup({
    logs: path.join(path.dirname(folder), 'logs'),
    onUnexpectedExit: error => lost.abort(error),
  });
  try {
    await run('npm', ['run', 'migrate'], { cwd: folder, env });
    processes.start({
      name: 'service',
      command: 'npm',
      args: ['start'],
      cwd: folder,
      env,
    });
    const url = `http://127.0.0.1:${port}`;
    await waitForUrl(`${url}/health/ready`, {
      timeoutMs: START_MS,
      signal: lost.signal,
    });
    const result = await use(url);
    lost.signal.throwIfAborted();
    return result;
  } finally {
    await processes.stop();
  }
}

async function createDatabase(serverUrl, name) {
  const database = name.replaceAll('-', '_');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const identifier = client.escapeIdentifier(database);
    await client.query(`DROP DATABASE IF EXISTS ${identifier} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${identifier}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
