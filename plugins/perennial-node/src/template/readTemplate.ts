import { lstat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import type { Template, TemplateDocument } from './types';

const API_VERSION = 'scaffolder.backstage.io/v1beta3';
const FILE_NAME = 'template.yaml';

/**
 * Reads the template.yaml of a folder.
 *
 * @public
 */
export async function readTemplate(options: {
  folder: string;
}): Promise<Template> {
  const folder = resolve(options.folder);
  const file = join(folder, FILE_NAME);
  const stats = await lstat(file).catch(() => undefined);
  if (!stats?.isFile()) {
    throw new InputError(
      `There is no template in '${options.folder}': it has no file ${FILE_NAME}. Give the folder that holds it.`,
    );
  }
  const document = parse(await readFile(file, 'utf8'), file);
  return { folder, document };
}

function parse(text: string, file: string): TemplateDocument {
  const yaml = parseDocument(text, { prettyErrors: true });
  const [error] = yaml.errors;
  if (error) {
    throw new InputError(`${file} is not valid YAML: ${error.message}`);
  }
  const document: unknown = yaml.toJS({ maxAliasCount: 100 });
  if (!isTemplate(document)) {
    throw new InputError(
      `${file} is not a Backstage template. It needs apiVersion ${API_VERSION}, kind Template, metadata.name and spec.steps.`,
    );
  }
  return document;
}

function isTemplate(document: unknown): document is TemplateDocument {
  if (!isRecord(document)) {
    return false;
  }
  const { apiVersion, kind, metadata, spec } = document;
  return (
    apiVersion === API_VERSION &&
    kind === 'Template' &&
    isRecord(metadata) &&
    typeof metadata.name === 'string' &&
    isRecord(spec) &&
    Array.isArray(spec.steps) &&
    spec.steps.every(step => isRecord(step) && typeof step.action === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
