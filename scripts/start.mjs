/*
 * `npm start`: makes the toolchain ready on whatever Node runs this, then hands
 * over to the portal on the Node that Backstage needs.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/paths.mjs';
import { fail } from './lib/report.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

try {
  const { node, env } = await ensureToolchain();
  const portal = spawn(
    node,
    [path.join(ROOT, 'scripts/portal.mjs'), ...process.argv.slice(2)],
    { cwd: ROOT, env, stdio: 'inherit' },
  );
  // The terminal sends Ctrl-C to both; the portal decides when all is ended.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => portal.kill(signal));
  }
  portal.on('close', code => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  fail(error);
}
