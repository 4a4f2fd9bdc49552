/*
 * `npm test [-- <part>…]`: makes the toolchain ready, then runs every part, or
 * the named ones, on the Node that the project needs.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/paths.mjs';
import { fail } from './lib/report.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

try {
  const { node, env } = await ensureToolchain();
  const tests = spawn(
    node,
    [path.join(ROOT, 'scripts/test/main.mjs'), ...process.argv.slice(2)],
    { cwd: ROOT, env, stdio: 'inherit' },
  );
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => tests.kill('SIGTERM'));
  tests.on('close', code => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  fail(error);
}
