import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { UserError } from '../lib/report.mjs';
import { readTemplates, sharesContract } from '../lib/templates.mjs';
import { withDatabaseServers } from '../service/databaseServers.mjs';
import { expectSameApi } from '../service/openapi.mjs';
import { runChecks } from './checks.mjs';
import { environmentOf, selectTemplates } from './serviceTemplates.mjs';

const CACHE = path.join(ROOT, '.cache/services');
const WORK = path.join(CACHE, 'cases');
const OUTPUT = path.join(CACHE, 'output.txt');

/** The check that runs a Python tool, whatever runs the service. */
const PYTHON_CHECK = 'schemathesis';

/** What a running service is put through. */
const SUITES = ['openapi', 'conformance', 'schemathesis'];

/** What decides a case's outcome beside its rendered files and its checks. */
const SUITE_SOURCES = [
  'plugins/perennial-common/src',
  'plugins/perennial-conformance/src',
  ...['scripts/lib', 'scripts/mongo', 'scripts/service', 'scripts/checkers'],
  ...['scripts/conformance.mjs', 'scripts/check-rendered.mjs'],
  // An admin server is what one more service is tested in.
  ...['plugins/perennial-node/src/blueprint', 'templates/admin-server'],
];

/** More cases at a time than this need more memory than a laptop has. */
const MOST_JOBS = 4;

/**
 * Puts services of every template through `perennial test`: each pair of
 * options, each with each model. Then compares what the templates publish of
 * one model. A case whose inputs have all passed before is not run again.
 *
 * @param {{ only: string[] }} options patterns of the cases to run, as `perennial test` takes them
 */
export async function runPart({ only }) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const add = counts => {
    for (const key of Object.keys(totals)) {
      totals[key] += counts[key];
    }
  };
  const all = await readTemplates();
  const { templates, hasPython } = await selectTemplates(
    all.filter(({ checks }) => checks.length),
    add,
  );
  const cases = await withDatabaseServers(async servers =>
    testTemplates({
      templates,
      only,
      hasPython,
      env: await environmentOf(templates, servers),
    }),
  );
  add(countChecks(cases));
  add(
    await runChecks([
      ...(only.length || !hasPython ? [] : [completeness(cases, templates)]),
      ...(await comparisons(cases, templates)),
    ]),
  );
  return totals;
}

/** Runs `perennial test`, which tells of its progress, and answers its cases. */
async function testTemplates({ templates, only, hasPython, env }) {
  const checks = new Set(templates.flatMap(template => template.checks));
  checks.delete(PYTHON_CHECK);
  const jobs = Math.min(os.availableParallelism(), MOST_JOBS);
  // A file and no pipe, which an interrupted run would leave without a reader.
  await mkdir(CACHE, { recursive: true });
  const output = await open(OUTPUT, 'w');
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'scripts/perennial.mjs'),
      ...['test', ...templates.map(({ name }) => name)],
      ...(hasPython ? [] : repeat('--check', [...checks])),
      ...only.map(pattern => `--only=${pattern}`),
      ...['--jobs', String(jobs)],
      ...['--cache', path.join(CACHE, 'installed')],
      ...['--work', WORK, '--keep'],
      ...['--passed', path.join(CACHE, 'passed.json')],
      ...repeat('--input', SUITE_SOURCES),
      ...['--junit', path.join(CACHE, 'junit.xml'), '--json'],
    ],
    { cwd: ROOT, env, stdio: ['ignore', output.fd, 'inherit'] },
  );
  process.once('exit', () => child.kill());
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  await output.close();
  if (code !== 0 && code !== 1) {
    throw new UserError(`perennial test ended with exit code ${code}.`);
  }
  return readOutput(await readFile(OUTPUT, 'utf8'));
}

/** Shows the table and answers the cases of the report, which is the last line. */
function readOutput(output) {
  const lines = output.trimEnd().split('\n');
  const report = JSON.parse(lines.pop());
  process.stdout.write(`${lines.join('\n')}\n`);
  return report.cases;
}

const repeat = (option, values) => values.flatMap(value => [option, value]);

/** Each check of each case counts; one that stands for others once. */
function countChecks(cases) {
  const outcomes = cases
    .filter(({ sameAs }) => !sameAs)
    .flatMap(({ checks }) => checks)
    .filter(({ sameAs, outcome }) => !sameAs && outcome !== 'not needed')
    .map(({ outcome }) => outcome);
  const count = (...wanted) =>
    outcomes.filter(outcome => wanted.includes(outcome)).length;
  const counts = {
    passed: count('passed', 'cached', 'passed before'),
    failed: count('failed', 'timed out'),
  };
  return {
    ...counts,
    skipped: outcomes.length - counts.passed - counts.failed,
  };
}

/** Which cases there are follows from the options; every model has to be in them. */
function completeness(cases, templates) {
  return {
    title: 'Every model of every template meets its suites',
    run: async () => {
      for (const { template, model } of cases) {
        const names = cases
          .filter(other => other.template === template && other.model === model)
          .flatMap(({ checks }) => checks.map(({ name }) => name));
        const { checks } = templates.find(({ name }) => name === template);
        const missing = SUITES.find(
          name => checks.includes(name) && !names.includes(name),
        );
        if (missing) {
          throw new UserError(
            `No case of ${template} with ${model} runs the check "${missing}": widen its "when" in templates/${template}/template.test.yaml.`,
          );
        }
      }
    },
  };
}

/**
 * A check for each model: whatever the template that shares the contract, the
 * API is the same. The documents are those of the repositories; that a service
 * serves the one of its own is a check of its case.
 */
async function comparisons(cases, templates) {
  const shared = new Map(
    templates.filter(sharesContract).map(each => [each.name, each]),
  );
  const documents = await Promise.all(
    cases
      .filter(({ template }) => shared.has(template))
      .filter(servesItsDocument)
      .map(async ({ name, template, model }) => {
        const file = path.join(WORK, name, 'openapi.json');
        const document = JSON.parse(await readFile(file, 'utf8'));
        const access = document.components?.securitySchemes
          ? 'secured'
          : 'open';
        const { database } = shared.get(template);
        return {
          template,
          api: `${access} ${model}`,
          name,
          database,
          document,
        };
      }),
  );
  const byApi = Object.groupBy(documents, ({ api }) => api);
  return Object.entries(byApi)
    .map(([api, [first, ...others]]) => ({
      first,
      api,
      others: others.filter(({ template }) => template !== first.template),
    }))
    .filter(({ others }) => others.length)
    .map(({ api, first, others }) => ({
      title: `One API for the ${api}: ${[first, ...others]
        .map(({ name }) => name)
        .join(', ')}`,
      run: async () => others.forEach(other => expectSameApi(first, other)),
    }));
}

const servesItsDocument = ({ checks }) =>
  checks.some(
    ({ name, outcome }) => name === 'openapi' && outcome.startsWith('passed'),
  );
