import fs from 'node:fs/promises';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  type LayerTree,
  type TreeOnDisk,
  downloadTree,
} from '@perennial/plugin-perennial-node';

interface Entry extends TreeOnDisk {
  /** When its host last said that it is current. */
  checkedAt: number;
  /** Previews that read it. */
  readers: number;
  isDropped: boolean;
}

/** What trees are read with, and how many are kept. */
export interface TreeCacheOptions {
  reader: UrlReaderService;
  /** Where the folders of trees are made. */
  directory: string;
  maximumTrees: number;
  maximumBytes: number;
  maximumAgeMilliseconds: number;
  now?: () => number;
}

/** A tree in use; it stays on disk until it is let go. */
export interface TreeLease extends TreeOnDisk {
  release(): Promise<void>;
}

/**
 * Trees of templates on disk, so that a preview does not download a repository each
 * time. For a short time a tree is taken as it is; after that its host is asked
 * whether it has changed since. Those that were used longest ago give way.
 */
export class TreeCache {
  readonly #options: TreeCacheOptions;
  /** In the order of their last use. */
  readonly #entries = new Map<string, Entry>();

  constructor(options: TreeCacheOptions) {
    this.#options = options;
  }

  async lease(tree: LayerTree, signal: AbortSignal): Promise<TreeLease> {
    const key = JSON.stringify([tree.url, [...new Set(tree.folders)].sort()]);
    const known = this.#entries.get(key);
    if (known && !this.#isOld(known)) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return this.#lend(known);
    }
    // What is asked about must not be removed in the meantime.
    const held = known && this.#lend(known);
    try {
      const entry = await this.#refresh(tree, known, signal);
      const lease = this.#lend(entry);
      await this.#keep(key, entry);
      return lease;
    } finally {
      await held?.release();
    }
  }

  #isOld(entry: Entry): boolean {
    return (
      this.#now() - entry.checkedAt >= this.#options.maximumAgeMilliseconds
    );
  }

  /** What the host has now: that which is here, or a new download. */
  async #refresh(
    tree: LayerTree,
    known: Entry | undefined,
    signal: AbortSignal,
  ): Promise<Entry> {
    const { reader, directory, maximumBytes } = this.#options;
    const checkedAt = this.#now();
    await fs.mkdir(directory, { recursive: true, mode: 0o700 });
    const folder = await fs.mkdtemp(path.join(directory, 'tree-'));
    try {
      const etag = await downloadTree({
        reader,
        tree,
        folder,
        etag: known?.etag || undefined,
        maximumBytes,
        signal,
      });
      return { folder, etag, checkedAt, readers: 0, isDropped: false };
    } catch (error) {
      await fs.rm(folder, { recursive: true, force: true });
      if (known && isNotModified(error)) {
        return Object.assign(known, { checkedAt, isDropped: false });
      }
      throw error;
    }
  }

  async #keep(key: string, entry: Entry): Promise<void> {
    const replaced = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (replaced && replaced !== entry) {
      await this.#drop(replaced);
    }
    for (const [oldest, old] of this.#entries) {
      if (this.#entries.size <= this.#options.maximumTrees) {
        break;
      }
      this.#entries.delete(oldest);
      await this.#drop(old);
    }
  }

  #lend(entry: Entry): TreeLease {
    const { folder, etag } = entry;
    entry.readers += 1;
    return {
      folder,
      etag,
      release: async () => {
        entry.readers -= 1;
        await this.#removeUnused(entry);
      },
    };
  }

  async #drop(entry: Entry): Promise<void> {
    entry.isDropped = true;
    await this.#removeUnused(entry);
  }

  async #removeUnused(entry: Entry): Promise<void> {
    if (entry.isDropped && entry.readers === 0) {
      await fs.rm(entry.folder, { recursive: true, force: true });
    }
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

function isNotModified(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotModifiedError';
}
