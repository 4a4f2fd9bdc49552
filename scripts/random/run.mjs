import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { step as report } from '../lib/report.mjs';
import { keepRegression, readRegressions } from './regressions.mjs';
import { searchFailure } from './search.mjs';
import { TrialFailure, tryModel } from './trial.mjs';

/** Every template of this repository. */
export async function templateNames() {
  const folder = path.join(ROOT, 'templates');
  const names = await readdir(folder);
  return names
    .filter(name => existsSync(path.join(folder, name, 'template.yaml')))
    .sort();
}

/**
 * Tries one model with a template.
 *
 * @returns {Promise<boolean>} whether it passes
 */
export async function tryKnownModel({ name, ...options }) {
  try {
    await report(`${options.template}: ${name}`, onLine =>
      tryModel({ ...options, onLine }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof TrialFailure)) {
      throw error;
    }
    process.stderr.write(
      `\n${options.text}\n${name} fails with ${options.template} at the step: ${error.message}\n\n`,
    );
    return false;
  }
}

async function tryRandomModels(options) {
  const { tried, found } = await searchFailure(options);
  if (found) {
    const { template, seed, count } = options;
    const file = await keepRegression({ template, ...found });
    process.stderr.write(
      [
        '',
        found.text,
        `The smallest model that fails with ${template}; it is kept as ${file}. Its step: ${found.message}`,
        '',
        `All of it again: npm run test:random -- --template ${template} --seed ${seed} --count ${count}`,
        `This model alone: npm run test:random -- --template ${template} --model ${file}`,
        '',
        '',
      ].join('\n'),
    );
  }
  return { passed: found ? tried - 1 : tried, failed: found ? 1 : 0 };
}

/**
 * Tries every model that ever failed, then random ones, with each template.
 *
 * @param {{
 *   templates: string[], count: number, seed: number, serverUrl: string, steps: string[], groups?: string,
 * }} options
 * @returns {Promise<import('../test/main.mjs').Counts>}
 */
export async function runRandom({ templates, ...options }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const regressions = await readRegressions();
  for (const template of templates) {
    for (const regression of regressions) {
      const isGood = await tryKnownModel({
        ...options,
        template,
        ...regression,
      });
      counts[isGood ? 'passed' : 'failed'] += 1;
    }
    const { passed, failed } = await tryRandomModels({ ...options, template });
    counts.passed += passed;
    counts.failed += failed;
  }
  return counts;
}
