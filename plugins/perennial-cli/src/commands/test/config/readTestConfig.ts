import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import type { Check } from '../types';
import { checkPlaceholders } from '../checks/placeholders';
import {
  type CheckConfig,
  type TestConfig,
  TEST_CONFIG_SCHEMA,
} from './schema';

const FILE_NAME = 'template.test.yaml';

/** What a template says about its own tests; defaults where it says nothing. */
export interface TemplateTests extends Omit<TestConfig, 'checks'> {
  /** The file, for messages. */
  file: string;
  checks?: Check[];
}

/** Reads the template.test.yaml of a template's folder, if there is one. */
export async function readTestConfig(folder: string): Promise<TemplateTests> {
  const file = join(folder, FILE_NAME);
  const { checks, ...config } = parse(await readIfThere(file), file);
  for (const check of checks ?? []) {
    checkPlaceholders(check, `The check '${check.name}' of ${file}`);
  }
  return { ...config, file, checks: checks?.map(toCheck) };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return '{}';
    }
    throw new InputError(`${file} cannot be read. Make it a file.`);
  }
}

function parse(text: string, file: string): TestConfig {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new InputError(`${file} is not valid YAML: ${error.message}`);
  }
  const result = TEST_CONFIG_SCHEMA.safeParse(
    document.toJS({ maxAliasCount: 100 }) ?? {},
  );
  if (!result.success) {
    const problems = result.error.issues.map(
      issue => `  - ${placeOf(issue.path)}: ${issue.message}`,
    );
    throw new InputError(
      `${file} is not as it should be:\n${problems.join(
        '\n',
      )}\nThe README of the command line describes the file.`,
    );
  }
  return result.data;
}

/** `checks[0].run`. */
function placeOf(path: PropertyKey[]): string {
  const place = path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return place || 'the file';
}

function toCheck({ timeout, ...check }: CheckConfig): Check {
  return { ...check, timeoutSeconds: timeout };
}
