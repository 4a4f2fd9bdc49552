import os from 'node:os';
import process from 'node:process';
import pLimit from 'p-limit';
import { step as report } from '../lib/report.mjs';
import { readTemplates, sharesContract } from '../lib/templates.mjs';
import { keepRegression, readRegressions } from './regressions.mjs';
import { searchFailure } from './search.mjs';
import { TrialFailure, tryModel } from './trial.mjs';

/** Every template whose services the conformance suite can be asked. */
export async function templateNames() {
  const templates = await readTemplates();
  return templates.filter(sharesContract).map(({ name }) => name);
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
 * Tries every model that ever failed, then random ones, with each template; as
 * many templates at a time as there are cores.
 *
 * @param {{
 *   templates: string[], count: number, seed: number, steps: string[], groups?: string,
 *   servers: import('../service/databaseServers.mjs').DatabaseServers,
 * }} options
 * @returns {Promise<import('../test/main.mjs').Counts>}
 */
export async function runRandom({ templates, ...options }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const regressions = await readRegressions();
  const known = await readTemplates();
  const limit = pLimit(os.availableParallelism());
  const tryTemplate = async template => {
    for (const regression of regressions) {
      const isGood = await tryKnownModel({
        ...options,
        template,
        ...regression,
      });
      counts[isGood ? 'passed' : 'failed'] += 1;
    }
    const { database } = known.find(({ name }) => name === template);
    const { passed, failed } = await tryRandomModels({
      ...options,
      template,
      database,
    });
    counts.passed += passed;
    counts.failed += failed;
  };
  await Promise.all(
    templates.map(template => limit(() => tryTemplate(template))),
  );
  return counts;
}
