import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const SERVER = resolve(__dirname, '../../../../scripts/lib/postgresServer.mjs');

/** A PostgreSQL to try statements on. */
export interface TestPostgres {
  client: Client;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Runs statements in a schema that is gone after the check. */
  inSchema(sql: string, check: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The name of the schema that `inSchema` runs statements in. */
export const SCHEMA = 'trial';

function testPostgres(client: Client, stop: () => Promise<void>): TestPostgres {
  return {
    client,
    rows: async sql => (await client.query(sql)).rows,
    async inSchema(sql, check) {
      await client.query(
        `BEGIN; CREATE SCHEMA ${SCHEMA}; SET LOCAL search_path TO ${SCHEMA}`,
      );
      try {
        await client.query(sql);
        await check();
      } finally {
        await client.query('ROLLBACK');
      }
    },
    async stop() {
      await client.end();
      await stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  const address = server.address();
  await new Promise(done => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

async function connect(url: string, server?: ChildProcess): Promise<Client> {
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (server === undefined || server.exitCode !== null) throw error;
      await wait(50);
    }
  }
}

async function startServer(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-postgres-'));
  // PostgreSQL refuses to run as root, so another user has to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [SERVER, join(folder, 'data'), String(port)],
    { stdio: 'ignore' },
  );
  const client = await connect(
    `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    server,
  );
  return testPostgres(client, async () => {
    const ended = new Promise(done => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
}

/** The server that the tests of all packages share, else one of its own. */
export async function startPostgres(): Promise<TestPostgres> {
  const shared =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (shared === undefined) return startServer();
  return testPostgres(await connect(shared), async () => {});
}
