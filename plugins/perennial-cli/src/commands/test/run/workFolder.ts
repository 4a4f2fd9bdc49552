import { chmod, mkdir, mkdtemp, realpath, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where cases are rendered. */
export interface WorkFolder {
  /** Its real path: what is installed there may note it down. */
  path: string;
  /** Made for this run only. */
  isTemporary: boolean;
}

/** Opens a folder, or makes a temporary one. */
export async function openWorkFolder(
  folder: string | undefined,
): Promise<WorkFolder> {
  if (folder === undefined) {
    const temporary = await mkdtemp(join(tmpdir(), 'perennial-test-'));
    // Where root runs the tests, a database does not run as root, and must get in.
    await chmod(temporary, 0o755);
    return { path: await realpath(temporary), isTemporary: true };
  }
  await mkdir(folder, { recursive: true });
  return { path: await realpath(folder), isTemporary: false };
}

/** Leaves of a temporary folder what is worth looking at: cases that have failed, or are kept. */
export async function closeWorkFolder(
  { path, isTemporary }: WorkFolder,
  state: { hasEnded: boolean },
): Promise<void> {
  if (isTemporary && state.hasEnded) {
    // Fails where a case is still there, and then should.
    await rmdir(path).catch(() => undefined);
  } else if (isTemporary) {
    await rm(path, { recursive: true, force: true });
  }
}
