import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import {
  type RenderedFile,
  planRender,
} from '@perennial/plugin-perennial-node';
import { originOf, renderTemplate } from '../../../render/renderTemplate';
import { detectChecks } from '../checks/detectChecks';
import { isMeant, MODEL_KEY } from '../matrix/selectOptions';
import type { Check, TestCase } from '../types';

/** A case with its files, ready to be checked. */
export interface PreparedCase {
  testCase: TestCase;
  /** Absolute path of the rendered files. */
  folder: string;
  /** Absolute path of the folder of the logs. */
  logs: string;
  checks: Check[];
  /** Every rendered file but the lineage. */
  files: RenderedFile[];
  /** Changes exactly when a rendered file does. */
  digest: string;
  /** Why it cannot be checked. */
  problem?: string;
}

/** Renders every case into a folder of its own. */
export async function prepareCases(options: {
  cases: TestCase[];
  /** Absolute path of the folder for all of them. */
  work: string;
  /** Names of the checks to run; all where there is none. */
  checks: string[];
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}): Promise<PreparedCase[]> {
  const prepared: PreparedCase[] = [];
  for (const testCase of options.cases) {
    prepared.push(await prepareCase(testCase, options.work, options.signal));
    options.onProgress?.(prepared.length);
  }
  requireKnown(options.checks, prepared);
  return prepared.map(item => ({
    ...item,
    checks: selectChecks(item, options.checks),
  }));
}

async function prepareCase(
  testCase: TestCase,
  work: string,
  signal: AbortSignal | undefined,
): Promise<PreparedCase> {
  const { name, template, model, parameters } = testCase;
  const folder = join(work, name);
  const logs = join(work, `${name}.logs`);
  for (const path of [folder, logs]) {
    await rm(path, { recursive: true, force: true });
  }
  await mkdir(logs, { recursive: true });
  const plan = await planRender({
    template,
    parameters,
    model: model.document,
  }).catch(error => {
    throw isError(error) && error.name === 'InputError'
      ? new InputError(`The case ${name} cannot be rendered. ${error.message}`)
      : error;
  });
  const item = { testCase, folder, logs };
  try {
    const { files, digest } = await renderTemplate({
      plan,
      out: folder,
      origin: originOf(template),
      signal,
    });
    const checks = testCase.checks ?? (await detectChecks(folder));
    return checks.length > 0
      ? { ...item, files, digest, checks }
      : { ...item, files, digest, checks, problem: nothingToRun(testCase) };
  } catch (error) {
    signal?.throwIfAborted();
    return {
      ...item,
      files: [],
      digest: '',
      checks: [],
      problem: error instanceof Error ? error.message : `${error}`,
    };
  }
}

function nothingToRun({ template }: TestCase): string {
  return `The template ${template.document.metadata.name} renders neither a package.json nor a Makefile, so there is nothing to run. Name its checks in template.test.yaml.`;
}

function requireKnown(names: string[], prepared: PreparedCase[]): void {
  const known = new Set(
    prepared.flatMap(({ checks }) => checks.map(check => check.name)),
  );
  for (const name of names) {
    if (!known.has(name)) {
      throw new InputError(
        `--check ${name}: there is no such check. There is: ${[...known].join(
          ', ',
        )}.`,
      );
    }
  }
}

/** Those that apply to the case; what a cache keeps is needed by the others. */
function selectChecks(
  { testCase, checks }: PreparedCase,
  names: string[],
): Check[] {
  const valueOf = (name: string) =>
    name === MODEL_KEY ? testCase.model.name : testCase.options[name];
  const applicable = checks.filter(
    ({ when }) => when === undefined || isMeant(when, valueOf),
  );
  const isAsked = ({ name }: Check) =>
    names.length === 0 || names.includes(name);
  return applicable.some(isAsked)
    ? applicable.filter(check => check.cache || isAsked(check))
    : [];
}
