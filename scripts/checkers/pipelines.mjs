import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../lib/paths.mjs';
import { findings, isYaml } from './execute.mjs';

const LINT_RULES = path.join(ROOT, 'scripts/checkers/groovylintrc.json');

/** Which of the schemas that check-jsonschema brings along a file must meet. */
const SCHEMAS = [
  {
    schema: 'vendor.github-workflows',
    accepts: file => file.startsWith('.github/workflows/') && isYaml(file),
  },
  {
    schema: 'vendor.dependabot',
    accepts: file => file === '.github/dependabot.yml',
  },
  {
    schema: 'vendor.renovate',
    accepts: file => file === 'renovate.json',
  },
  {
    schema: 'vendor.gitlab-ci',
    accepts: file => file === '.gitlab-ci.yml',
    transform: 'gitlab-ci',
  },
  {
    schema: 'vendor.azure-pipelines',
    accepts: file => file === 'azure-pipelines.yml',
    transform: 'azure-pipelines',
    // Azure reads every scalar as a string, and its schema asks for strings.
    read: text => parse(text, { schema: 'failsafe' }),
  },
];

const schemaOf = file => SCHEMAS.find(({ accepts }) => accepts(file));

/** @type {import('./checkers.mjs').Checker[]} */
export const pipelineCheckers = [
  {
    name: 'schemas',
    tools: ['check-jsonschema'],
    accepts: file => schemaOf(file) !== undefined,
    check: checkSchemas,
  },
  {
    name: 'npm-groovy-lint',
    tools: ['npm-groovy-lint'],
    isSlow: true,
    accepts: file => path.basename(file) === 'Jenkinsfile',
    check: ({ folder, inputs, tools }) =>
      findings(
        tools['npm-groovy-lint'],
        [
          ...['--noserver', '--config', LINT_RULES, '--failon', 'warning'],
          ...['--loglevel', 'warning', ...inputs],
        ],
        folder,
      ),
  },
];

async function checkSchemas({ folder, inputs, tools }) {
  const problems = [];
  for (const input of inputs) {
    const { schema, transform, read } = schemaOf(input);
    const file = read ? `${input}.json` : input;
    if (read) {
      const text = await readFile(path.join(folder, input), 'utf8');
      await writeFile(path.join(folder, file), JSON.stringify(read(text)));
    }
    problems.push(
      await findings(
        tools['check-jsonschema'],
        [
          ...['--builtin-schema', schema, '--regex-variant', 'python'],
          ...(transform ? ['--data-transform', transform] : []),
          file,
        ],
        folder,
      ),
    );
    if (read) {
      await rm(path.join(folder, file));
    }
  }
  return problems.filter(Boolean).join('\n');
}
