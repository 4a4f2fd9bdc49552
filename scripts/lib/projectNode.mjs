import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';
import { fail } from './report.mjs';
import { ensureToolchain } from './toolchain.mjs';

const MINIMUM_NODE = 22;
const WAS_HANDED_OVER = 'PERENNIAL_ON_PROJECT_NODE';

/**
 * Whether a script may go on: true on a Node that the project supports with
 * the dependencies installed. Otherwise makes both ready, runs the script again
 * there, takes over its exit code and answers false.
 *
 * @param {string} scriptUrl `import.meta.url` of the script
 * @returns {Promise<boolean>}
 */
export async function isOnProjectNode(scriptUrl) {
  const major = Number(process.versions.node.split('.')[0]);
  const isReady =
    major >= MINIMUM_NODE && existsSync(path.join(ROOT, 'node_modules'));
  if (isReady || process.env[WAS_HANDED_OVER]) {
    return true;
  }
  await runOnProjectNode(fileURLToPath(scriptUrl));
  return false;
}

/**
 * Makes the toolchain and the dependencies ready and runs a script there, with
 * this process's arguments and terminal; takes over its exit code.
 *
 * @param {string} script absolute path
 */
export async function runOnProjectNode(script) {
  try {
    const { node, env } = await ensureToolchain();
    const child = spawn(node, [script, ...process.argv.slice(2)], {
      env: { ...env, [WAS_HANDED_OVER]: '1' },
      stdio: 'inherit',
    });
    // The terminal sends Ctrl-C to both; the child decides when all is ended.
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    process.exitCode = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => resolve(code ?? 1));
    });
  } catch (error) {
    fail(error);
  }
}
