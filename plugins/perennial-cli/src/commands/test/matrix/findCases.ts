import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { readTemplate } from '@perennial/plugin-perennial-node';
import { type TemplateTests, readTestConfig } from '../config/readTestConfig';
import type { TestArguments } from '../parseArguments';
import type { TestCase, TestModel } from '../types';
import { buildCases } from './buildCases';
import { type ModelSource, readModels } from './readModels';
import { selectCases } from './selectCases';

/** The cases of some templates that a command line leaves. */
export async function findCases(options: {
  args: TestArguments;
  /** Absolute paths of the templates. */
  folders: string[];
  cwd: string;
}): Promise<TestCase[]> {
  const { args, cwd } = options;
  const cases: TestCase[] = [];
  for (const folder of options.folders) {
    const template = await readTemplate({ folder });
    const tests = await readTestConfig(template.folder);
    const matrix = {
      template,
      tests,
      models: await findModels({ args, cwd, folder: template.folder, tests }),
      restricted: args.options,
      set: args.set,
      full: args.full,
    };
    cases.push(...buildCases(matrix));
  }
  return selectCases(cases, args.only);
}

/** The models of the command line, else those of the template. */
async function findModels(options: {
  args: TestArguments;
  cwd: string;
  folder: string;
  tests: TemplateTests;
}): Promise<TestModel[]> {
  const { args, cwd, folder, tests } = options;
  const asked: ModelSource[] = [
    ...args.models.map(path => ({ path, label: `--model ${path}` })),
    ...args.modelFolders.map(path => ({ path, label: `--models ${path}` })),
  ];
  const own = tests.models.map(path => ({
    path: resolve(folder, path),
    label: `${tests.file}, models: ${path}`,
  }));
  const models = await readModels(
    asked.length > 0
      ? asked.map(({ path, label }) => ({ path: resolve(cwd, path), label }))
      : own,
  );
  if (models.length === 0) {
    throw new InputError(
      `Which models should the template in ${folder} be tested with? Give some with --model shop.yaml or --models <folder>, or name them under 'models' in ${tests.file}.`,
    );
  }
  return models;
}
