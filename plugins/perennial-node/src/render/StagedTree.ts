import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { gitBlobId } from './gitBlob';
import type { ExistingFiles, RenderedFile } from './types';

interface Move {
  from: string;
  to: string;
}

/**
 * The rendered files, kept in a folder beside the target until all of them are
 * there. A render that fails, or is killed, leaves the target as it was.
 */
export class StagedTree {
  readonly #target: string;
  readonly #staging: string;
  readonly #ownsStaging: boolean;
  readonly #folders = new Set<string>();

  private constructor(target: string, staging: string, ownsStaging: boolean) {
    this.#target = target;
    this.#staging = staging;
    this.#ownsStaging = ownsStaging;
  }

  static async create(options: {
    target: string;
    staging?: string;
  }): Promise<StagedTree> {
    const target = await realTarget(options.target);
    if (options.staging) {
      return new StagedTree(target, await realpath(options.staging), false);
    }
    const prefix = join(dirname(target), `.${basename(target)}.perennial-`);
    return new StagedTree(target, await mkdtemp(prefix), true);
  }

  /**
   * Writes a file that has passed the path rules. Synchronous on purpose: for
   * many small files, three trips to the thread pool cost more than the write.
   */
  write(path: string, content: Buffer, executable: boolean): RenderedFile {
    const file = join(this.#staging, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    // 'wx': never through something that is there already.
    writeFileSync(file, content, { flag: 'wx' });
    if (executable) {
      chmodSync(file, 0o755);
    }
    return {
      path,
      mode: executable ? '100755' : '100644',
      blob: gitBlobId(content),
    };
  }

  /** Moves everything into the target, after looking whether all of it can go there. */
  async commit(existing: ExistingFiles): Promise<void> {
    const moves: Move[] = [];
    await mkdir(this.#target, { recursive: true });
    this.#plan('', existing, moves);
    for (const move of moves) {
      await moveEntry(move);
    }
  }

  async discard(): Promise<void> {
    if (this.#ownsStaging) {
      await rm(this.#staging, { recursive: true, force: true });
    } else {
      for (const name of readdirSync(this.#staging)) {
        await rm(join(this.#staging, name), { recursive: true, force: true });
      }
    }
  }

  #plan(folder: string, existing: ExistingFiles, moves: Move[]): void {
    const entries = readdirSync(join(this.#staging, folder), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const from = join(this.#staging, path);
      const to = join(this.#target, path);
      const there = lstatSync(to, { throwIfNoEntry: false });
      if (!there) {
        moves.push({ from, to });
      } else if (there.isSymbolicLink()) {
        throw new InputError(
          `'${path}' in the target is a symbolic link, which could lead out of it. Remove the link or render into an empty folder.`,
        );
      } else if (entry.isDirectory() && there.isDirectory()) {
        this.#plan(path, existing, moves);
      } else if (entry.isDirectory() || !there.isFile()) {
        throw new InputError(
          `'${path}' is a ${
            entry.isDirectory() ? 'folder' : 'file'
          } in the template and something else in the target. Remove it there or render into an empty folder.`,
        );
      } else if (existing === 'replace') {
        moves.push({ from, to });
      } else if (!readFileSync(from).equals(readFileSync(to))) {
        throw new InputError(
          `'${path}' exists in the target with other content. Remove it there or render into an empty folder.`,
        );
      }
    }
  }
}

/**
 * The target with the links above it resolved, so that what is checked is what
 * is written to. The target itself may not be a link.
 */
async function realTarget(target: string): Promise<string> {
  const absolute = resolve(target);
  const stats = await lstat(absolute).catch(() => undefined);
  if (stats?.isSymbolicLink()) {
    throw new InputError(
      `The target '${target}' is a symbolic link. Give the folder that it leads to.`,
    );
  }
  if (stats && !stats.isDirectory()) {
    throw new InputError(
      `The target '${target}' is not a folder. Give another one.`,
    );
  }
  const parent = dirname(absolute);
  await mkdir(parent, { recursive: true });
  return join(await realpath(parent), basename(absolute));
}

async function moveEntry(move: Move): Promise<void> {
  try {
    renameSync(move.from, move.to);
  } catch (error) {
    if (!isError(error) || error.code !== 'EXDEV') {
      throw error;
    }
    await cp(move.from, move.to, { recursive: true });
  }
}
