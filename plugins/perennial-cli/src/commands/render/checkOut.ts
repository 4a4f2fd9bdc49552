import { readdir } from 'node:fs/promises';
import { InputError, isError } from '@backstage/errors';

/** Refuses to render over what is not known to be worth nothing. */
export async function checkOut(options: {
  out: string;
  /** As it was given, for messages. */
  name: string;
  force: boolean;
}): Promise<void> {
  const names = await list(options.out, options.name);
  if (names.length > 0 && !options.force) {
    throw new InputError(
      `--out ${options.name} is not empty (${names[0]}${
        names.length > 1 ? ` and ${names.length - 1} more` : ''
      }). Give another folder, or --force to replace files of the same name.`,
    );
  }
}

async function list(folder: string, name: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return [];
    }
    throw new InputError(
      `--out ${name} is not a folder that can be written to. Give another one.`,
    );
  }
}
