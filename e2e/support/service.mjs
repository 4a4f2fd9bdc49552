import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensurePostgres } from '../../scripts/lib/postgres.mjs';
import { ProcessGroup } from '../../scripts/lib/processes.mjs';
import { serviceChecks } from '../../scripts/test/serviceChecks.mjs';

/** What a service must pass here; the part "services" runs the rest on the same code. */
const CHECKS = /^npm|^Conformance/;

/** A PostgreSQL server for the conformance suite, for as long as the tests run. */
export async function startDatabase() {
  const folder = await mkdtemp(path.join(tmpdir(), 'perennial-postgres-'));
  const processes = new ProcessGroup({
    logs: path.join(folder, 'logs'),
    onUnexpectedExit: error => {
      process.stderr.write(`${error.message}\n`);
    },
  });
  const stop = async () => {
    await processes.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const variables = await ensurePostgres({
      processes,
      folder: path.join(folder, 'postgres'),
      node: process.execPath,
    });
    const url = new URL('postgresql://localhost/postgres');
    url.hostname = variables.POSTGRES_HOST;
    url.port = variables.POSTGRES_PORT;
    url.username = variables.POSTGRES_USER;
    url.password = variables.POSTGRES_PASSWORD;
    return { url: url.href, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs, lints and tests a cloned service, starts it on a PostgreSQL of its
 * own and runs the conformance suite against it.
 */
export async function checkService(options) {
  for (const { title, run } of serviceChecks(options)) {
    if (CHECKS.test(title)) {
      await run(() => {});
    }
  }
}
