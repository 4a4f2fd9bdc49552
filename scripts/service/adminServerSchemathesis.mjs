// `node scripts/service/adminServerSchemathesis.mjs <folder>`: see USAGE.

import process from 'node:process';
import { openService } from './openService.mjs';
import { runServiceCommand } from './runServiceCommand.mjs';
import { readArguments, runSchemathesis } from './schemathesis.mjs';
import { signToken } from './tokens.mjs';
import { withAdminServer } from './withAdminServer.mjs';

const USAGE = `Usage: node scripts/service/adminServerSchemathesis.mjs <folder> [--max-examples <n>] [--seed <n>]

Starts an installed admin server on a new database and runs schemathesis
against what it serves: every check, every phase.`;

/** The report as it comes: a failure's details may be far above its end. */
const print = chunk => process.stdout.write(chunk);

async function main() {
  const { folder, examples, seed } = readArguments(USAGE);
  const service = await openService(folder);
  // Its tokens are its own: they name no audience.
  const token = signToken('schemathesis', {});
  await withAdminServer(service, url =>
    runSchemathesis(service, { url, token, examples, seed, onOutput: print }),
  );
}

if (process.argv[1] === import.meta.filename) {
  await runServiceCommand(import.meta.url, main);
}
