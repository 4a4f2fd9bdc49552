/** A path that is taken already, and by whom. */
export interface PathConflict {
  /** How the two paths clash. */
  reason: string;
  /** Who has it: a skeleton file, with its entity where there is one. */
  owner: string;
}

interface Entry {
  path: string;
  owner: string;
  kind: 'file' | 'folder';
}

/**
 * Every path of one render, so that no two files meet on any file system: exact
 * duplicates, names that differ in case or Unicode form only, and a file where
 * another path needs a folder.
 */
export class PathRegistry {
  readonly #entries = new Map<string, Entry>();

  /** Takes a path, or says who has it. */
  add(path: string, owner: string): PathConflict | undefined {
    return this.#addFolders(path, owner) ?? this.#addFile(path, owner);
  }

  #addFolders(path: string, owner: string): PathConflict | undefined {
    let end = path.indexOf('/');
    while (end !== -1) {
      const folder = path.slice(0, end);
      const key = fold(folder);
      const entry = this.#entries.get(key);
      if (!entry) {
        this.#entries.set(key, { path: folder, owner, kind: 'folder' });
      } else if (entry.kind === 'file') {
        return {
          reason: `'${entry.path}' is a file there and a folder here`,
          owner: entry.owner,
        };
      } else if (entry.path !== folder) {
        return {
          reason: `its folder '${folder}' differs from '${entry.path}' in case or Unicode form only`,
          owner: entry.owner,
        };
      }
      end = path.indexOf('/', end + 1);
    }
    return undefined;
  }

  #addFile(path: string, owner: string): PathConflict | undefined {
    const key = fold(path);
    const entry = this.#entries.get(key);
    if (!entry) {
      this.#entries.set(key, { path, owner, kind: 'file' });
      return undefined;
    }
    if (entry.kind === 'folder') {
      return {
        reason: `'${entry.path}' is a folder there and a file here`,
        owner: entry.owner,
      };
    }
    return {
      reason:
        entry.path === path
          ? 'both write it'
          : `it differs from '${entry.path}' in case or Unicode form only`,
      owner: entry.owner,
    };
  }
}

/** Upper case first: it folds more (ß, ſ, final sigma) than lower case alone. */
function fold(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
