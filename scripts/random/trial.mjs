import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { runConformance } from '../service/conformance.mjs';
import {
  openService,
  runCommand,
  testSettings,
} from '../service/openService.mjs';
import { withRunningService } from '../service/withRunningService.mjs';
import { shareInstallation } from './installations.mjs';

/** Groups of the conformance suite that create, read, update and delete, with every value of every field. */
const ROUND_TRIP = 'resources,operations,patch,types';

/** The conformance suite takes nine digits. */
const LARGEST_SEED = 1_000_000_000;

/** A step that failed, and the last lines that it wrote. */
export class TrialFailure extends Error {
  name = 'TrialFailure';

  constructor(step, cause) {
    super(`${step}\n\n${cause.message}`, { cause });
    this.step = step;
  }
}

async function render({ template, folder, modelFile }) {
  await run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/perennial.mjs'),
      ...['render', template, '--model', modelFile, '--out', folder],
      ...['--set', 'name=random'],
      ...['--set', 'description=A service of a random model'],
      ...['--set', 'owner=group:default/random'],
    ],
    { cwd: ROOT },
  );
}

/** Steps after the installation, each of which can be tried without the others. */
const STEPS = {
  lint: ({ service, env, onLine }) =>
    runCommand(service, 'lint', { env, onLine }),
  test: async ({ service, servers, env, onLine }) =>
    runCommand(service, 'test', {
      env: { ...env, ...(await testSettings(service, servers)) },
      onLine,
    }),
  'conformance suite': ({ service, servers, groups, seed, onLine }) =>
    withRunningService(service, { servers, onLine }, url =>
      runConformance(service, {
        url,
        args: [
          ...['--seed', String(seed % LARGEST_SEED)],
          ...(groups === 'all' ? [] : ['--only', groups]),
        ],
        onLine,
      }),
    ),
};

/** @typedef {keyof typeof STEPS} StepName */

/** The steps that a model goes through. */
export const USUAL_STEPS = ['lint', 'conformance suite'];

/**
 * Puts a service of a model through its steps.
 *
 * @param {{
 *   template: string, text: string, seed: number, steps?: StepName[], groups?: string,
 *   servers: import('../service/databaseServers.mjs').DatabaseServers, onLine?: (line: string) => void,
 * }} options the model's YAML, the seed of the values that are sent, groups of the conformance suite, and
 *   where databases are made
 * @throws TrialFailure at the first step that fails
 */
export function tryModel({
  template,
  text,
  servers,
  steps = USUAL_STEPS,
  groups = ROUND_TRIP,
  seed,
  onLine,
}) {
  return withTemporaryFolder(async parent => {
    const attempt = (step, action) =>
      action().catch(error => {
        throw new TrialFailure(step, error);
      });
    const folder = path.join(parent, 'service');
    const modelFile = path.join(parent, 'model.yaml');
    await writeFile(modelFile, text);
    await attempt('render', () => render({ template, folder, modelFile }));
    const service = await openService(folder);
    const env = await attempt('install', () =>
      shareInstallation(service, onLine),
    );
    for (const step of steps) {
      await attempt(step, () =>
        STEPS[step]({ service, env, servers, groups, seed, onLine }),
      );
    }
  });
}
