import { shareInstallation } from '../../scripts/random/installations.mjs';
import { runConformance } from '../../scripts/service/conformance.mjs';
import { withDatabaseServers } from '../../scripts/service/databaseServers.mjs';
import {
  openService,
  runCommand,
  testSettings,
} from '../../scripts/service/openService.mjs';
import { withRunningService } from '../../scripts/service/withRunningService.mjs';

/**
 * Lints a cloned service and runs its own tests. What it installs is shared by
 * all services with the same lock files; that each can install it is a check of
 * the part "services".
 *
 * @param {string} folder
 */
export async function testService(folder) {
  const service = await openService(folder);
  await withDatabaseServers(servers => runOwnChecks(service, servers));
}

async function runOwnChecks(service, servers) {
  const env = {
    ...(await shareInstallation(service)),
    ...(await testSettings(service, servers)),
  };
  for (const command of ['lint', 'test']) {
    await runCommand(service, command, { env });
  }
}

/**
 * Lints and tests a cloned service as above, starts it on a database of its
 * own and runs the conformance suite against it; the part "services" runs the
 * rest on the same code.
 *
 * @param {string} folder
 */
export async function checkService(folder) {
  const service = await openService(folder);
  await withDatabaseServers(async servers => {
    await runOwnChecks(service, servers);
    await withRunningService(service, { servers }, url =>
      runConformance(service, { url }),
    );
  });
}
