import { open } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

const LAST_LINES = 30;
const LAST_BYTES = 64 * 1024;

/** The last lines of a log, without colours. */
export async function tailOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - LAST_BYTES);
    const { buffer } = await handle.read({
      buffer: Buffer.alloc(size - start),
      position: start,
    });
    return stripVTControlCharacters(buffer.toString())
      .split(/\r?\n/)
      .map(line => line.trimEnd())
      .filter(line => line !== '')
      .slice(-LAST_LINES)
      .join('\n');
  } finally {
    await handle.close();
  }
}
