// `node scripts/service/schemathesis.mjs <folder>`: see USAGE.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installOnce } from '../lib/installOnce.mjs';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { withDatabaseServers } from './databaseServers.mjs';
import { openService } from './openService.mjs';
import { runServiceCommand } from './runServiceCommand.mjs';
import { signToken } from './tokens.mjs';
import { withRunningService } from './withRunningService.mjs';

const USAGE = `Usage: node scripts/service/schemathesis.mjs <folder> [--max-examples <n>] [--seed <n>]

Starts an installed service on a new database and runs schemathesis against
what it serves: every check, every phase. The tool is installed into .cache on
first use.`;

const VERSION = '4.32.5';
const FOLDER = path.join(ROOT, `.cache/schemathesis-${VERSION}`);
const DEFAULT_EXAMPLES = '25';

/** What it keeps away from, and why: schemathesis_hooks.py. */
const HOOKS = {
  SCHEMATHESIS_HOOKS: 'schemathesis_hooks',
  PYTHONPATH: import.meta.dirname,
  PYTHONDONTWRITEBYTECODE: '1',
};

/** Installs schemathesis into an ignored folder on first use. */
export async function ensureSchemathesis(onLine) {
  await installOnce(FOLDER, async () => {
    await run('python3', ['-m', 'venv', FOLDER], { onLine });
    await run(
      path.join(FOLDER, 'bin/pip'),
      ['install', '--quiet', `schemathesis==${VERSION}`],
      { onLine },
    );
  });
}

/**
 * Runs schemathesis against a running service; any failure fails it.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {{ url: string, token?: string, examples?: string, seed?: string, onLine?: (line: string) => void, onOutput?: (chunk: Buffer) => void }} options
 *   the service's address, a token where its callers sign in, how many examples an operation gets, and the seed of a run to repeat
 * @returns {Promise<string>} its report
 */
export async function runSchemathesis(
  service,
  { url, token, examples = DEFAULT_EXAMPLES, seed, onLine, onOutput },
) {
  await ensureSchemathesis(onLine);
  const model = await readFile(service.modelFile, 'utf8');
  // It keeps its examples in the folder that it runs in.
  return withTemporaryFolder(cwd =>
    run(
      path.join(FOLDER, 'bin/schemathesis'),
      [
        ...['run', `${url}/openapi.json`],
        // More workers crash its coverage phase on Python 3.11.
        ...['--workers', '1'],
        ...['--max-examples', examples],
        // The contract refuses NUL however deep it lies in a field of any JSON, which no
        // schema without recursion says. The conformance suite looks at what NUL answers.
        ...['--generation-allow-x00', 'false'],
        ...(seed ? ['--seed', seed] : []),
        ...(token ? ['--header', `Authorization: Bearer ${token}`] : []),
        // A row that a cascade removed is gone by contract, which this check takes for a fault.
        ...(model.includes('onDelete: cascade')
          ? ['--exclude-checks', 'ensure_resource_availability']
          : []),
      ],
      { cwd, env: { ...process.env, ...HOOKS }, onLine, onOutput },
    ),
  );
}

export function readArguments(usage) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'max-examples': { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (positionals.length !== 1) {
    throw new UserError(usage);
  }
  return {
    folder: positionals[0],
    examples: values['max-examples'],
    seed: values.seed,
  };
}

/** The report as it comes: a failure's details may be far above its end. */
const print = chunk => process.stdout.write(chunk);

async function main() {
  const { folder, examples, seed } = readArguments(USAGE);
  const service = await openService(folder);
  const token = service.isSecured ? signToken('schemathesis') : undefined;
  await withDatabaseServers(servers =>
    withRunningService(service, { servers }, url =>
      runSchemathesis(service, {
        url,
        token,
        examples,
        seed,
        onOutput: print,
      }),
    ),
  );
}

if (process.argv[1] === import.meta.filename) {
  await runServiceCommand(import.meta.url, main);
}
