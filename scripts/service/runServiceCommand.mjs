import process from 'node:process';
import { isOnProjectNode } from '../lib/projectNode.mjs';
import { fail } from '../lib/report.mjs';

const INTERRUPTED = 130;

/**
 * Runs a command of this folder on the Node that the project needs, and ends
 * everything that it started when it is interrupted.
 *
 * @param {string} scriptUrl `import.meta.url` of the command
 * @param {() => Promise<void>} main
 */
export async function runServiceCommand(scriptUrl, main) {
  if (!(await isOnProjectNode(scriptUrl))) {
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(INTERRUPTED));
  }
  await main().catch(fail);
}
