import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parseDocument } from 'yaml';

/** Reads the text of a file that an option names. */
export async function readText(
  cwd: string,
  option: string,
  file: string,
): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason =
      isError(error) && error.code === 'ENOENT'
        ? 'does not exist'
        : 'cannot be read';
    throw new InputError(`${option} ${file} ${reason}. Give another file.`);
  }
}

/** The answers to a template's form: those of the file, then those of --set. */
export async function readValues(options: {
  cwd: string;
  file?: string;
  set: [key: string, value: string][];
}): Promise<JsonObject> {
  const { cwd, file, set } = options;
  const values = file
    ? parseValues(await readText(cwd, '--values', file), file)
    : {};
  // Texts: the template's form says which of them are numbers or truth values.
  return { ...values, ...Object.fromEntries(set) };
}

function parseValues(text: string, file: string): JsonObject {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new InputError(
      `--values ${file} is not valid YAML: ${error.message}`,
    );
  }
  const values: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  if (typeof values !== 'object' || Array.isArray(values) || values === null) {
    throw new InputError(
      `--values ${file} must hold keys and values, such as 'name: shop'.`,
    );
  }
  return values as JsonObject;
}
