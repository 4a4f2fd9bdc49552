import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { runChecks } from './checks.mjs';

/** Packages with a public API; command lines have none that the tool could read. */
const LIBRARIES = [
  'plugins/perennial',
  'plugins/perennial-backend',
  'plugins/perennial-common',
  'plugins/perennial-interchange',
  'plugins/perennial-node',
  'plugins/perennial-test-utils',
  'plugins/scaffolder-backend-module-perennial',
];

const bin = name => path.join(ROOT, 'node_modules/.bin', name);

function command(title, name, ...args) {
  return {
    title,
    run: update =>
      run(process.execPath, [bin(name), ...args], {
        cwd: ROOT,
        onLine: update,
        env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=4096' },
      }),
  };
}

/** Types, lint, formatting and API reports of the project itself. */
export function runPart() {
  return runChecks([
    command('Types', 'tsc', '--incremental', 'false', '--noEmit'),
    command('Lint', 'backstage-cli', 'repo', 'lint', '--max-warnings', '0'),
    command('Formatting', 'prettier', '--check', '--loglevel', 'warn', '.'),
    command('Types for the API reports', 'tsc', '--incremental', 'false'),
    command(
      'API reports',
      'backstage-repo-tools',
      ...['api-reports', '--ci'],
      ...['-o', 'ae-undocumented,ae-wrong-input-file-type'],
      ...LIBRARIES,
    ),
  ]);
}
