import process from 'node:process';
import { step, UserError } from '../lib/report.mjs';

/**
 * Runs checks one after the other, goes on after a failure, and counts.
 *
 * @param {{ title: string, run: (update: (detail: string) => void) => Promise<unknown> }[]} checks
 * @returns {Promise<import('./main.mjs').Counts>}
 */
export async function runChecks(checks) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, run } of checks) {
    try {
      await step(title, run);
      counts.passed += 1;
    } catch (error) {
      counts.failed += 1;
      process.stderr.write(
        `${
          error instanceof UserError ? error.message : error?.stack ?? error
        }\n\n`,
      );
    }
  }
  return counts;
}

/**
 * What to do where a tool is not on this machine: in CI that is a failure, on a
 * person's machine a visible skip.
 *
 * @param {string} what The tool and what it would have tested
 * @returns {import('./main.mjs').Counts}
 */
export function skipOrFail(what) {
  if (process.env.CI) {
    throw new UserError(`${what} is missing, and CI must not skip it.`);
  }
  process.stdout.write(`⚠ skipped: ${what} is missing on this machine\n`);
  return { passed: 0, failed: 0, skipped: 1 };
}
