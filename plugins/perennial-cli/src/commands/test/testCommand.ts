import {
  mkdir,
  mkdtemp,
  realpath,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { readTemplate } from '@perennial/plugin-perennial-node';
import { TEST_HELP } from '../../help';
import { locateTemplate } from '../../template/locateTemplate';
import type { LocatedTemplate } from '../../template/types';
import type { CommandResult, RunOptions } from '../../types';
import { InstallCache, defaultCacheFolder } from './cache/InstallCache';
import { ProcessGroups } from './checks/ProcessGroups';
import { readTestConfig } from './config/readTestConfig';
import { buildCases } from './matrix/buildCases';
import { type ModelSource, readModels } from './matrix/readModels';
import { selectCases } from './matrix/selectCases';
import { type TestArguments, parseTestArguments } from './parseArguments';
import { TestProgress } from './report/TestProgress';
import { listing, summarize } from './report/summarize';
import { junitText } from './report/junit';
import { PassedCases } from './run/PassedCases';
import { prepareCases } from './run/prepareCases';
import { runCases } from './run/runCases';
import type { CaseResult, TestCase } from './types';

/** `perennial test`. */
export async function testCommand(options: RunOptions): Promise<CommandResult> {
  const args = parseTestArguments(options.args);
  if (args.help) {
    return { summary: TEST_HELP, report: {} };
  }
  const located: LocatedTemplate[] = [];
  try {
    for (const name of args.templates) {
      located.push(await locateTemplate(name, options));
    }
    const cases = await findCases(args, located, options.cwd);
    if (args.list) {
      return listing(cases);
    }
    const results = await runInWorkFolder(cases, args, options);
    if (args.junit) {
      await writeReport(resolve(options.cwd, args.junit), junitText(results));
    }
    return summarize(results);
  } finally {
    await Promise.all(located.map(template => template.dispose()));
  }
}

/** The cases of all templates that the command line leaves. */
async function findCases(
  args: TestArguments,
  located: LocatedTemplate[],
  cwd: string,
): Promise<TestCase[]> {
  const cases: TestCase[] = [];
  for (const { folder } of located) {
    const template = await readTemplate({ folder });
    const tests = await readTestConfig(template.folder);
    const sources: ModelSource[] = [
      ...args.models.map(path => ({ path, label: `--model ${path}` })),
      ...args.modelFolders.map(path => ({ path, label: `--models ${path}` })),
    ];
    const models = await readModels(
      sources.length > 0
        ? sources.map(source => ({
            ...source,
            path: resolve(cwd, source.path),
          }))
        : tests.models.map(path => ({
            path: resolve(template.folder, path),
            label: `${tests.file}, models: ${path}`,
          })),
    );
    if (models.length === 0) {
      throw new InputError(
        `Which models should ${template.document.metadata.name} be tested with? Give some with --model shop.yaml or --models <folder>, or name them under 'models' in ${tests.file}.`,
      );
    }
    cases.push(
      ...buildCases({
        template,
        tests,
        models,
        restricted: args.options,
        set: args.set,
        full: args.full,
      }),
    );
  }
  return selectCases(cases, args.only);
}

async function runInWorkFolder(
  cases: TestCase[],
  args: TestArguments,
  options: RunOptions,
): Promise<CaseResult[]> {
  const { cwd, signal, stderr } = options;
  const cache = await InstallCache.open(
    args.cache ? resolve(cwd, args.cache) : defaultCacheFolder(process.env),
  );
  const passed =
    args.passed === undefined
      ? undefined
      : await PassedCases.open({
          file: resolve(cwd, args.passed),
          inputs: args.inputs.map(input => resolve(cwd, input)),
        });
  const work = await openWorkFolder(args.work && resolve(cwd, args.work));
  const processes = new ProcessGroups();
  const progress = new TestProgress(stderr, cases.length);
  let hasEnded = false;
  try {
    const prepared = await prepareCases({
      cases,
      work,
      checks: args.checks,
      signal,
      onProgress: done => progress.rendered(done),
    });
    const results = await runCases(prepared, {
      jobs: args.jobs,
      keep: args.keep,
      passed,
      context: { cache, processes, progress, env: process.env, signal },
    });
    hasEnded = true;
    return results;
  } finally {
    progress.clear();
    processes.dispose();
    await closeWorkFolder(work, { isOurs: !args.work, hasEnded });
  }
}

/** By its real path: what is installed there may note it down. */
async function openWorkFolder(folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    return realpath(await mkdtemp(join(tmpdir(), 'perennial-test-')));
  }
  await mkdir(folder, { recursive: true });
  return realpath(folder);
}

/** Leaves what is worth looking at: the cases that have failed, or are kept. */
async function closeWorkFolder(
  folder: string,
  state: { isOurs: boolean; hasEnded: boolean },
): Promise<void> {
  if (state.isOurs && !state.hasEnded) {
    await rm(folder, { recursive: true, force: true });
  } else if (state.isOurs) {
    // Fails where a case is still there, and then should.
    await rmdir(folder).catch(() => undefined);
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch {
    throw new InputError(
      `--junit ${file} cannot be written to. Give another file.`,
    );
  }
}
