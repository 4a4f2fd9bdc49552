import { randomUUID } from 'node:crypto';
import {
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { CommandEnd } from '../checks/ProcessGroups';
import { type KeyedRun, Toolchain, cacheKey } from './cacheKey';
import { linkTree } from './linkTree';
import { relocateEnvironment } from './relocate';

const META_FILE = 'entry.json';
const UNUSED_DAYS = 30;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What is known of a kept installation. */
interface Entry {
  /** Where it was made. */
  cwd: string;
  /** Those of the check's folders that it made. */
  folders: string[];
  /** When the key files were written, in milliseconds. */
  keyTimes: Record<string, number>;
}

/** A check whose folders can be put back. */
export interface CachedRun extends KeyedRun {
  /** Does the work. */
  install(): Promise<CommandEnd>;
}

/**
 * Folders that checks have made, kept for the cases and the runs that would make
 * the same: `<cache>/<key>/<n>` for each folder, beside what is known of it.
 */
export class InstallCache {
  readonly #root: string;
  readonly #toolchain = new Toolchain();
  readonly #queues = new Map<string, pLimit.Limit>();

  private constructor(root: string) {
    this.#root = root;
  }

  /** Opens a cache and removes what nobody has used for long. */
  static async open(root: string): Promise<InstallCache> {
    await mkdir(root, { recursive: true });
    const oldest = Date.now() - UNUSED_DAYS * DAY_MILLISECONDS;
    for (const name of await readdir(root)) {
      const folder = join(root, name);
      const stats = await stat(folder).catch(() => undefined);
      if (stats && stats.mtimeMs < oldest) {
        await rm(folder, { recursive: true, force: true });
      }
    }
    return new InstallCache(root);
  }

  /**
   * Puts a check's folders back, or does its work and keeps them. Of several
   * that want the same at a time, one does the work and the others wait for it.
   * Nothing is kept of work that fails.
   */
  async run(options: CachedRun): Promise<CommandEnd | { outcome: 'cached' }> {
    const key = await cacheKey(options, this.#toolchain);
    if (await this.#restore(key, options)) {
      return { outcome: 'cached' };
    }
    const queue = this.#queues.get(key) ?? pLimit(1);
    this.#queues.set(key, queue);
    return queue(async () => {
      if (await this.#restore(key, options)) {
        return { outcome: 'cached' };
      }
      const end = await options.install();
      if (end.outcome === 'passed') {
        await this.#keep(key, options);
      }
      return end;
    });
  }

  async #restore(key: string, { cwd }: CachedRun): Promise<boolean> {
    const home = join(this.#root, key);
    const entry = await readEntry(home);
    if (!entry) {
      return false;
    }
    const now = new Date();
    await utimes(home, now, now);
    for (const [index, name] of entry.folders.entries()) {
      const folder = join(cwd, name);
      await rm(folder, { recursive: true, force: true });
      await linkTree(join(home, `${index}`), folder);
      await relocateEnvironment({ folder, from: join(entry.cwd, name) });
    }
    // Make and the like compare ages: what was older than the result is so again.
    for (const [name, time] of Object.entries(entry.keyTimes)) {
      await utimes(join(cwd, name), time / 1000, time / 1000);
    }
    return true;
  }

  async #keep(key: string, { check, cwd }: CachedRun): Promise<void> {
    const unfinished = join(this.#root, `.${key}.${randomUUID()}`);
    await mkdir(unfinished);
    try {
      const entry: Entry = { cwd, folders: [], keyTimes: {} };
      for (const name of check.cache.folders) {
        if (await stat(join(cwd, name)).catch(() => undefined)) {
          const target = join(unfinished, `${entry.folders.length}`);
          await linkTree(join(cwd, name), target);
          entry.folders.push(name);
        }
      }
      for (const name of check.cache.key) {
        entry.keyTimes[name] = (await stat(join(cwd, name))).mtimeMs;
      }
      await writeFile(join(unfinished, META_FILE), JSON.stringify(entry));
      // Fails where another process was faster; its entry is as good.
      await rename(unfinished, join(this.#root, key)).catch(() => undefined);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
}

/** Where installations are kept unless someone says otherwise. */
export function defaultCacheFolder(env: NodeJS.ProcessEnv): string {
  return join(
    env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'perennial',
    'installations',
  );
}

async function readEntry(home: string): Promise<Entry | undefined> {
  const text = await readFile(join(home, META_FILE), 'utf8').catch(
    () => undefined,
  );
  return text === undefined ? undefined : JSON.parse(text);
}
