import { ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const PACKAGE_FOLDER = path.resolve(__dirname, '../..');

/** Runs a script of this folder in a process of its own, which a test may kill. */
export function startChild(script: string, job: object): ChildProcess {
  return spawn(
    process.execPath,
    [
      ...['--import', '@backstage/cli/config/nodeTransform.cjs'],
      ...[path.join(__dirname, script), JSON.stringify(job)],
    ],
    {
      cwd: PACKAGE_FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
}
