import { readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { withPostgres } from '../lib/withPostgres.mjs';
import { UserError } from '../lib/report.mjs';

/** Every package's jest tests, on a PostgreSQL of their own. */
export function runPart() {
  return withTemporaryFolder(folder =>
    withPostgres(folder, url => runJest(path.join(folder, 'report.json'), url)),
  );
}

async function runJest(report, databaseUrl) {
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/.bin/backstage-cli'),
      ...['repo', 'test', '--watch=false', '--maxWorkers=2'],
      ...['--json', `--outputFile=${report}`],
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        CI: process.env.CI ?? '',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: databaseUrl,
      },
    },
  );
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new UserError(`jest ended with exit code ${code} and no report.`);
  }
  const result = JSON.parse(text);
  return {
    passed: result.numPassedTests,
    failed:
      result.numFailedTests +
      result.numRuntimeErrorTestSuites +
      (code !== 0 && result.numFailedTests === 0 ? 1 : 0),
    skipped: result.numPendingTests,
  };
}
