import { Buffer } from 'node:buffer';
import {
  lstat,
  readFile,
  readdir,
  rename,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

/** Python puts it into every virtual environment. */
const MARKER = 'pyvenv.cfg';
const SCRIPT_FOLDER = 'bin';
/** A script is a few lines; a larger file is a program. */
const MAXIMUM_SCRIPT_BYTES = 256 * 1024;

/**
 * Makes a virtual environment work where it has been copied to: its scripts
 * begin with the absolute path of its Python. Each is written anew and takes the
 * place of the copy, so that the original stays as it is. A folder that is no
 * virtual environment is left alone.
 */
export async function relocateEnvironment(options: {
  /** The copy. */
  folder: string;
  /** Absolute path of the original when it was made. */
  from: string;
}): Promise<void> {
  const { folder, from } = options;
  const marker = join(folder, MARKER);
  if (from === folder || !(await lstat(marker).catch(() => undefined))) {
    return;
  }
  const bin = join(folder, SCRIPT_FOLDER);
  const scripts = await readdir(bin).catch(() => []);
  for (const file of [marker, ...scripts.map(name => join(bin, name))]) {
    await replaceText(file, from, folder);
  }
}

async function replaceText(
  file: string,
  from: string,
  to: string,
): Promise<void> {
  const stats = await lstat(file);
  if (!stats.isFile() || stats.size > MAXIMUM_SCRIPT_BYTES) {
    return;
  }
  const content = await readFile(file);
  if (!content.includes(from)) {
    return;
  }
  const unfinished = `${file}.moved`;
  const text = content.toString('latin1').replaceAll(bytes(from), bytes(to));
  await writeFile(unfinished, text, { encoding: 'latin1', mode: stats.mode });
  await utimes(unfinished, stats.atime, stats.mtime);
  await rename(unfinished, file);
}

/** The bytes of a text, one a character, so that any content survives. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
