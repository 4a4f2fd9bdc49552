import path from 'node:path';
import { serviceChecks } from '../../scripts/test/serviceChecks.mjs';
import { withPostgres } from '../../scripts/test/withPostgres.mjs';
import { CACHE } from './settings.mjs';

/** What a service must pass here; the part "services" runs the rest on the same code. */
const CHECKS = /^npm|^Conformance/;

/**
 * Installs, lints and tests a cloned service, starts it on a PostgreSQL of its
 * own and runs the conformance suite against it.
 *
 * @param {{ folder: string, modelFile: string, name: string }} options
 */
export async function checkService(options) {
  await withPostgres(path.join(CACHE, 'database'), async database => {
    for (const { title, run } of serviceChecks({ ...options, database })) {
      if (CHECKS.test(title)) {
        await run(() => {});
      }
    }
  });
}
