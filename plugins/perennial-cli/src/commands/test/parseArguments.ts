import { availableParallelism } from 'node:os';
import { InputError } from '@backstage/errors';
import { parseAssignment } from '../parseAssignment';
import { parseCommandLine } from '../parseCommandLine';

/** What `perennial test` was asked for. */
export interface TestArguments {
  help: boolean;
  templates: string[];
  models: string[];
  modelFolders: string[];
  options: [name: string, values: string[]][];
  set: [key: string, value: string][];
  only: string[];
  checks: string[];
  jobs: number;
  cache?: string;
  work?: string;
  junit?: string;
  passed?: string;
  inputs: string[];
  full: boolean;
  keep: boolean;
  list: boolean;
  json: boolean;
}

const HINT = 'Run perennial test --help for its options.';

const OPTIONS = {
  model: { type: 'string', short: 'm', multiple: true },
  models: { type: 'string', multiple: true },
  option: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  check: { type: 'string', multiple: true },
  jobs: { type: 'string', short: 'j' },
  cache: { type: 'string' },
  work: { type: 'string' },
  junit: { type: 'string' },
  passed: { type: 'string' },
  input: { type: 'string', multiple: true },
  full: { type: 'boolean' },
  keep: { type: 'boolean' },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function parseTestArguments(args: string[]): TestArguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS, HINT);
  if (!values.help && positionals.length === 0) {
    throw new InputError(
      `Which template? Give its folder, name or URL; several are fine. ${HINT}`,
    );
  }
  return {
    help: values.help ?? false,
    templates: positionals,
    models: values.model ?? [],
    modelFolders: values.models ?? [],
    options: (values.option ?? []).map(parseOption),
    set: (values.set ?? []).map(text => parseAssignment('--set', text)),
    only: values.only ?? [],
    checks: values.check ?? [],
    jobs: parseJobs(values.jobs),
    cache: values.cache,
    work: values.work,
    junit: values.junit,
    passed: values.passed,
    inputs: values.input ?? [],
    full: values.full ?? false,
    keep: values.keep ?? false,
    list: values.list ?? false,
    json: values.json ?? false,
  };
}

function parseOption(text: string): [string, string[]] {
  const [name, values] = parseAssignment('--option', text);
  return [name, [...new Set(values.split(',').map(value => value.trim()))]];
}

function parseJobs(text: string | undefined): number {
  if (text === undefined) {
    return availableParallelism();
  }
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InputError(
      `--jobs ${text} is not a number of cases to run at a time, such as 2.`,
    );
  }
  return Number(text);
}
