import { runConformance } from '../../scripts/service/conformance.mjs';
import { withDatabaseServer } from '../../scripts/service/databases.mjs';
import { openService, runCommand } from '../../scripts/service/openService.mjs';
import { withRunningService } from '../../scripts/service/withRunningService.mjs';

/**
 * Installs, lints and tests a cloned service, starts it on a PostgreSQL of its
 * own and runs the conformance suite against it; the part "services" runs the
 * rest on the same code.
 *
 * @param {string} folder
 */
export async function checkService(folder) {
  const service = await openService(folder);
  for (const command of ['install', 'lint', 'test']) {
    await runCommand(service, command);
  }
  await withDatabaseServer(serverUrl =>
    withRunningService(service, { serverUrl }, url =>
      runConformance(service, { url }),
    ),
  );
}
