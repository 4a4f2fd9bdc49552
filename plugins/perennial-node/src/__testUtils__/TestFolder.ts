import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path. */
export type Tree = Record<string, string | Buffer>;

/** A folder of real files that is removed after the tests of a file. */
export class TestFolder {
  readonly path: string;
  #count = 0;

  constructor() {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'perennial-node-')));
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** A path in the folder that nothing has used yet. */
  fresh(name: string): string {
    this.#count += 1;
    return join(this.path, `${this.#count}`, name);
  }

  /** Writes files into a new folder and returns its path. */
  write(name: string, tree: Tree): string {
    const root = this.fresh(name);
    mkdirSync(root, { recursive: true });
    addFiles(root, tree);
    return root;
  }
}

export function addFiles(root: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (path.endsWith('.sh')) {
      chmodSync(file, 0o755);
    }
  }
}

/** Paths below a folder, sorted; links are listed, not followed. */
export function listTree(root: string, folder = ''): string[] {
  if (!existsSync(root)) {
    return [];
  }
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listTree(root, path) : [path];
    })
    .sort();
}

/** Texts of the files below a folder. */
export function readTree(root: string): Record<string, string> {
  return Object.fromEntries(
    listTree(root).map(path => [path, readFileSync(join(root, path), 'utf8')]),
  );
}
