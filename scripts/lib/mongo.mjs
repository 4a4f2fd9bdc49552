import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { MongoClient } from 'mongodb';
import { installOnce } from './installOnce.mjs';
import { ROOT } from './paths.mjs';
import { freePort } from './ports.mjs';
import { run } from './processes.mjs';
import { UserError } from './report.mjs';

const SOURCES = path.join(ROOT, 'scripts/mongo');
const POM = path.join(SOURCES, 'pom.xml');
const START_MS = 60_000;
const GIVEN_MS = 5_000;

/**
 * The environment of whoever uses MongoDB: the caller's own where MONGODB_URI
 * is set, else a server in memory that this starts. Its libraries are
 * downloaded into .cache on first use.
 *
 * @param {{ processes: import('./processes.mjs').ProcessGroup, signal?: AbortSignal }} options
 * @returns {Promise<{ MONGODB_URI: string }>}
 */
export async function ensureMongo({ processes, signal }) {
  const given = process.env.MONGODB_URI;
  if (given) {
    await waitForMongo(given, { timeoutMs: GIVEN_MS, signal });
    return { MONGODB_URI: given };
  }
  const libraries = await ensureLibraries();
  const port = await freePort();
  processes.start({
    name: 'mongo',
    command: 'java',
    args: [
      ...['-Xmx512m', '-cp', path.join(libraries, '*')],
      ...[path.join(SOURCES, 'MongoServer.java'), String(port)],
    ],
  });
  // Services want the name of a database in it; their tests make others beside that one.
  const url = `mongodb://127.0.0.1:${port}/test`;
  await waitForMongo(url, { timeoutMs: START_MS, signal });
  return { MONGODB_URI: url };
}

/** Whether this machine can have a MongoDB server for tests. */
export async function canRunMongo() {
  if (process.env.MONGODB_URI) {
    return true;
  }
  try {
    // The compiler, because Java runs the server from its source.
    await run('javac', ['-version']);
    await run('mvn', ['--version']);
    return true;
  } catch {
    return false;
  }
}

async function ensureLibraries() {
  if (!(await canRunMongo())) {
    throw new UserError(
      'A service on MongoDB needs a server: set MONGODB_URI to one, or install a JDK (17 or newer) and Maven, which fetch one for tests.',
    );
  }
  const digest = createHash('sha256').update(await readFile(POM));
  const folder = path.join(
    ROOT,
    '.cache/mongo',
    digest.digest('hex').slice(0, 16),
  );
  await installOnce(folder, () =>
    run('mvn', [
      ...['--quiet', '--batch-mode', '--file', POM],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    ]),
  );
  return folder;
}

async function waitForMongo(url, { timeoutMs, signal }) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_000 });
    try {
      await client.db('admin').command({ ping: 1 });
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw new UserError(
          `MongoDB does not answer (${error.message}): check MONGODB_URI, or unset it to use a server in memory.`,
        );
      }
    } finally {
      await client.close();
    }
  }
}
