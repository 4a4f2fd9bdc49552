// `node scripts/service/conformance.mjs <folder>`: see USAGE.

import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';
import { withDatabaseServers } from './databaseServers.mjs';
import { openService } from './openService.mjs';
import { runServiceCommand } from './runServiceCommand.mjs';
import { TOKEN_SETTINGS } from './tokens.mjs';
import { withRunningService } from './withRunningService.mjs';

const USAGE = `Usage: node scripts/service/conformance.mjs <folder> [options of the suite]

Starts an installed service on a new database and runs the conformance suite
against it, with tokens where the service asks for some. Whatever follows the
folder goes to the suite, for example --only operations,patch or --seed 7.`;

/**
 * Runs the conformance suite against a running service.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {{ url: string, args?: string[], onLine?: (line: string) => void, onOutput?: (chunk: Buffer) => void }} options
 *   the service's address and further options of the suite
 * @returns {Promise<string>} the suite's report
 * @throws UserError with the end of the report where a check fails
 */
export function runConformance(service, { url, args = [], onLine, onOutput }) {
  // An open service fails a run that brings tokens.
  const tokens = service.isSecured
    ? [
        ...['--jwt-secret', TOKEN_SETTINGS.JWT_SECRET],
        ...['--issuer', TOKEN_SETTINGS.JWT_ISSUER],
        ...['--audience', TOKEN_SETTINGS.JWT_AUDIENCE],
      ]
    : [];
  return run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/conformance.mjs'),
      ...['--model', service.modelFile, '--database', service.database],
      ...tokens,
      ...args,
      url,
    ],
    { cwd: ROOT, onLine, onOutput },
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
  await withDatabaseServers(servers =>
    withRunningService(service, { servers }, url =>
      runConformance(service, { url, args, onOutput: print }),
    ),
  );
}

if (process.argv[1] === import.meta.filename) {
  await runServiceCommand(import.meta.url, main);
}
