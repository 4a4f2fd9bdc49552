import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs something with a new folder that goes away afterwards. Other users may
 * enter it: as root, PostgreSQL runs as one of them.
 *
 * @param {(folder: string) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(use) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perennial-'));
  try {
    await chmod(folder, 0o755);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
