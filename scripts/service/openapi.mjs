// `node scripts/service/openapi.mjs <folder>…`: see USAGE.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { UserError } from '../lib/report.mjs';
import { withDatabaseServers } from './databaseServers.mjs';
import { jsonDifferences } from './jsonDifferences.mjs';
import { mayDifferByDatabase } from './mayDifferByDatabase.mjs';
import { openService } from './openService.mjs';
import { runServiceCommand } from './runServiceCommand.mjs';
import { withRunningService } from './withRunningService.mjs';

const USAGE = `Usage: node scripts/service/openapi.mjs <folder>…

Starts installed services that were made from one model, each on a new
database, and compares the OpenAPI documents that they serve: with the one in
their own repository, and all with the first one's, but for what may differ
(${'`info`'} and ${'`servers`'}, and the ids of another database). Exit code 1 and every difference where they are not equal.`;

const SHOWN = 20;

/**
 * The OpenAPI document that a service serves.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {{ servers: import('./databaseServers.mjs').DatabaseServers }} options
 */
export function servedDocument(service, { servers }) {
  return withRunningService(service, { servers }, async url => {
    const response = await fetch(`${url}/openapi.json`);
    return response.json();
  });
}

/**
 * A document, whose it is, and which database the service has.
 *
 * @typedef {{ name: string, document: object, database: import('./databaseServers.mjs').Database }} Published
 */

/**
 * Throws where two documents differ in what the service contract fixes.
 *
 * @param {Published} one
 * @param {Published} other
 */
export function expectSameApi(one, other) {
  const differences = jsonDifferences(
    contractOf(one.document),
    contractOf(other.document),
    one.database === other.database ? undefined : mayDifferByDatabase,
  );
  if (differences.length) {
    const lines = differences
      .slice(0, SHOWN)
      .map(
        ({ pointer, left, right }) => `${pointer}\n  - ${left}\n  + ${right}`,
      );
    const more = differences.length - lines.length;
    throw new UserError(
      [
        `- ${one.name}`,
        `+ ${other.name}`,
        ...lines,
        ...(more > 0 ? [`… and ${more} more`] : []),
        '',
        `The OpenAPI documents differ in ${differences.length} places; they are above.`,
      ].join('\n'),
    );
  }
}

function contractOf({ info, servers, ...contract }) {
  return contract;
}

async function main() {
  const folders = process.argv.slice(2);
  if (!folders.length || folders.some(folder => folder.startsWith('-'))) {
    throw new UserError(USAGE);
  }
  await withDatabaseServers(async servers => {
    const served = [];
    for (const folder of folders) {
      const service = await openService(folder);
      const { database } = service;
      const document = await servedDocument(service, { servers });
      served.push({ name: `served by ${folder}`, document, database });
      const file = path.join(folder, 'openapi.json');
      const committed = JSON.parse(await readFile(file, 'utf8'));
      expectSameApi(
        { name: file, document: committed, database },
        served.at(-1),
      );
      expectSameApi(served[0], served.at(-1));
    }
  });
  process.stdout.write(
    `${folders.length} OpenAPI ${
      folders.length === 1 ? 'document is' : 'documents are'
    } as they should be.\n`,
  );
}

if (process.argv[1] === import.meta.filename) {
  await runServiceCommand(import.meta.url, main);
}
