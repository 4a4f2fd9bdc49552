// `npm run test:random`: see USAGE.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { UserError } from './lib/report.mjs';
import { withDatabaseServers } from './service/databaseServers.mjs';
import { runServiceCommand } from './service/runServiceCommand.mjs';

const USAGE = `Usage: npm run test:random [-- <option>…]

Renders random models with each template, and lints, migrates and runs each
service against the conformance suite. First come the models that failed once
(scripts/random/regressions). A model that fails is made as small as possible,
printed and kept there: commit it together with what mends it.

  --count <n>          random models for each template (default 20)
  --seed <n>           the same seed gives the same models
  --template <name>    only this template; repeatable
  --model <file>       only this model
  --groups <a,b>       groups of the conformance suite, or all (default: create,
                       read, update and delete, and the values of every field)
  --tests              the service's own tests, too`;

const LARGEST_SEED = 2 ** 31;

function readArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        count: { type: 'string', default: '20' },
        seed: {
          type: 'string',
          default: String(Math.floor(Math.random() * LARGEST_SEED)),
        },
        template: { type: 'string', multiple: true },
        model: { type: 'string' },
        groups: { type: 'string' },
        tests: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${error.message}\n\n${USAGE}`);
  }
}

function wholeNumber(name, text) {
  if (!/^\d{1,10}$/.test(text)) {
    throw new UserError(
      `--${name} is "${text}": give a whole number, 0 or more.`,
    );
  }
  return Number(text);
}

async function readOptions(values, known) {
  const unknown = values.template?.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(
      `There is no template "${unknown}": choose from ${known.join(', ')}.`,
    );
  }
  return {
    templates: values.template ?? known,
    count: wholeNumber('count', values.count),
    seed: wholeNumber('seed', values.seed),
    groups: values.groups,
    steps: ['lint', ...(values.tests ? ['test'] : []), 'conformance suite'],
  };
}

async function main() {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { runRandom, templateNames, tryKnownModel } = await import(
    './random/run.mjs'
  );
  const { templates, ...options } = await readOptions(
    values,
    await templateNames(),
  );
  const counts = await withDatabaseServers(async servers => {
    if (values.model === undefined) {
      process.stdout.write(`Seed ${options.seed}\n`);
      return runRandom({ ...options, templates, servers });
    }
    const text = await readFile(
      path.resolve(process.env.INIT_CWD ?? '.', values.model),
      'utf8',
    );
    const result = { passed: 0, failed: 0 };
    for (const template of templates) {
      const isGood = await tryKnownModel({
        ...options,
        template,
        servers,
        name: values.model,
        text,
      });
      result[isGood ? 'passed' : 'failed'] += 1;
    }
    return result;
  });
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed ? 1 : 0;
}

await runServiceCommand(import.meta.url, main);
