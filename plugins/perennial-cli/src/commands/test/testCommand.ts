import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { TEST_HELP } from '../../help';
import { locateTemplate } from '../../template/locateTemplate';
import type { LocatedTemplate } from '../../template/types';
import type { CommandResult, RunOptions } from '../../types';
import { InstallCache, defaultCacheFolder } from './cache/InstallCache';
import { ProcessGroups } from './checks/ProcessGroups';
import { findCases } from './matrix/findCases';
import { type TestArguments, parseTestArguments } from './parseArguments';
import { TestProgress } from './report/TestProgress';
import { junitText } from './report/junit';
import { listing, summarize } from './report/summarize';
import { PassedCases } from './run/PassedCases';
import { prepareCases } from './run/prepareCases';
import { runCases } from './run/runCases';
import { closeWorkFolder, openWorkFolder } from './run/workFolder';
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
    const folders = located.map(({ folder }) => folder);
    const cases = await findCases({ args, folders, cwd: options.cwd });
    if (args.list) {
      return listing(cases);
    }
    const results = await runAll(cases, args, options);
    if (args.junit) {
      await writeReport(resolve(options.cwd, args.junit), junitText(results));
    }
    return summarize(results);
  } finally {
    await Promise.all(located.map(template => template.dispose()));
  }
}

async function runAll(
  cases: TestCase[],
  args: TestArguments,
  { cwd, signal, stderr }: RunOptions,
): Promise<CaseResult[]> {
  const cache = await InstallCache.open(
    args.cache ? resolve(cwd, args.cache) : defaultCacheFolder(process.env),
  );
  const passed = await openPassed(args, cwd);
  const work = await openWorkFolder(args.work && resolve(cwd, args.work));
  const processes = new ProcessGroups();
  const progress = new TestProgress(stderr, cases.length);
  let hasEnded = false;
  try {
    const prepared = await prepareCases({
      cases,
      work: work.path,
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
    await closeWorkFolder(work, { hasEnded });
  }
}

async function openPassed(
  { passed, inputs }: TestArguments,
  cwd: string,
): Promise<PassedCases | undefined> {
  return passed === undefined
    ? undefined
    : PassedCases.open({
        file: resolve(cwd, passed),
        inputs: inputs.map(input => resolve(cwd, input)),
      });
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
