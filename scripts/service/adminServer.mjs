// `node scripts/service/adminServer.mjs <folder>`: see USAGE.

import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';
import { openService } from './openService.mjs';
import { runServiceCommand } from './runServiceCommand.mjs';
import { TOKEN_SETTINGS } from './tokens.mjs';
import { withAdminServer } from './withAdminServer.mjs';

const USAGE = `Usage: node scripts/service/adminServer.mjs <folder> [options of the suite]

Starts an installed admin server on a new database and runs the conformance
suite of its contract against it, with its cache where there is a Redis.
Whatever follows the folder goes to the suite, for example --only lists.`;

/**
 * Runs the conformance suite of admin servers against a running one.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {{ url: string, args?: string[], onOutput?: (chunk: Buffer) => void }} options
 *   the server's address and further options of the suite
 * @returns {Promise<string>} the suite's report
 * @throws UserError with the end of the report where a check fails
 */
function runSuite(service, { url, args = [], onOutput }) {
  return run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/conformance.mjs'),
      ...['--contract', 'admin-server'],
      ...['--model', service.modelFile],
      ...['--jwt-secret', TOKEN_SETTINGS.JWT_SECRET],
      ...args,
      url,
    ],
    { cwd: ROOT, onOutput },
  );
}

/** The report as it comes: a failure's details may be far above its end. */
const print = chunk => process.stdout.write(chunk);

async function main() {
  const [folder, ...args] = process.argv.slice(2);
  if (!folder || folder.startsWith('-')) {
    throw new UserError(USAGE);
  }
  const service = await openService(folder);
  await withAdminServer(service, url =>
    runSuite(service, { url, args, onOutput: print }),
  );
}

if (process.argv[1] === import.meta.filename) {
  await runServiceCommand(import.meta.url, main);
}
