import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { parseModel } from '@perennial/plugin-perennial-common';
import type { TestModel } from '../types';
import { slug } from './slug';

const MODEL_FILE = /\.ya?ml$/i;

/** A file or a folder of models, and who names it. */
export interface ModelSource {
  /** Absolute. */
  path: string;
  /** For messages: `--model shop.yaml`. */
  label: string;
}

/** Reads the models of some files and folders, each with a name of its own. */
export async function readModels(sources: ModelSource[]): Promise<TestModel[]> {
  const files = (await Promise.all(sources.map(listFiles))).flat();
  const models = new Map<string, TestModel>();
  for (const { path, label } of files) {
    const model = await readModel(path, label);
    const other = models.get(model.name);
    if (other && other.file !== path) {
      throw new InputError(
        `${label}: ${path} and ${other.file} would both be called '${model.name}'. Rename one of the files.`,
      );
    }
    models.set(model.name, model);
  }
  return [...models.values()];
}

async function listFiles(source: ModelSource): Promise<ModelSource[]> {
  const stats = await stat(source.path).catch(() => undefined);
  if (!stats) {
    throw new InputError(`${source.label} does not exist. Give another file.`);
  }
  if (!stats.isDirectory()) {
    return [source];
  }
  const names = (await readdir(source.path)).filter(name =>
    MODEL_FILE.test(name),
  );
  if (names.length === 0) {
    throw new InputError(
      `${source.label} holds no models, which are files that end in .yaml.`,
    );
  }
  return names
    .sort()
    .map(name => ({ path: join(source.path, name), label: source.label }));
}

async function readModel(file: string, label: string): Promise<TestModel> {
  const name = slug(basename(file).replace(MODEL_FILE, ''));
  if (!name) {
    throw new InputError(
      `${label}: the name of ${file} has no letter to name a case with. Rename it.`,
    );
  }
  try {
    // A document is JSON, which its type does not say.
    const document = parseModel(await readFile(file, 'utf8')) as unknown;
    return { name, file, document: document as JsonValue };
  } catch (error) {
    throw new InputError(
      `${label}: ${file} is no model that can be used. ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}
