import { type Hash, createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import pLimit from 'p-limit';
import type { PreparedCase } from './prepareCases';

/** The oldest are forgotten beyond this many. */
const MAXIMUM_REMEMBERED = 2_000;

/**
 * Remembers in a file what has passed, by everything that it depends on: a case
 * by its rendered files, its checks and files that its checks use, a check that
 * says what it reads by its identity and the same files.
 */
export class PassedCases {
  readonly #file: string;
  readonly #inputs: string;
  readonly #digests: Set<string>;
  readonly #queue = pLimit(1);

  private constructor(file: string, inputs: string, digests: string[]) {
    this.#file = file;
    this.#inputs = inputs;
    this.#digests = new Set(digests);
  }

  /**
   * @param options - absolute paths: of the file, which need not be there yet,
   *   and of the files and folders that the checks use
   */
  static async open(options: {
    file: string;
    inputs: string[];
  }): Promise<PassedCases> {
    const digest = createHash('sha256');
    digest.update(`${process.version}\0${process.platform}\0${process.arch}`);
    for (const input of options.inputs) {
      await addToDigest(digest, input);
    }
    return new PassedCases(
      options.file,
      digest.digest('hex'),
      await readDigests(options.file),
    );
  }

  has(prepared: PreparedCase): boolean {
    return this.#digests.has(this.#digestOf(factsOf(prepared)));
  }

  add(prepared: PreparedCase): Promise<void> {
    return this.#remember(factsOf(prepared));
  }

  /** @param identity - as of identityOfCheck */
  hasCheck(identity: string): boolean {
    return this.#digests.has(this.#digestOf(['check', identity]));
  }

  addCheck(identity: string): Promise<void> {
    return this.#remember(['check', identity]);
  }

  /** At once, so that an interrupted run is not for nothing; one after the other, so that none is lost. */
  #remember(facts: JsonValue): Promise<void> {
    this.#digests.add(this.#digestOf(facts));
    return this.#queue(() => this.#write());
  }

  async #write(): Promise<void> {
    const text = JSON.stringify([...this.#digests].slice(-MAXIMUM_REMEMBERED));
    const unfinished = `${this.#file}.unfinished`;
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, this.#file);
  }

  #digestOf(facts: JsonValue): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#inputs, facts]))
      .digest('hex');
  }
}

function factsOf({ testCase, digest, checks }: PreparedCase): JsonValue {
  const { template, model } = testCase;
  return [digest, JSON.stringify(checks), template.folder, model.file];
}

async function readDigests(file: string): Promise<string[]> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(content) ? content.map(String) : [];
  } catch (error) {
    // What is lost with a broken file is time.
    if (
      isError(error) &&
      (error.code === 'ENOENT' || error instanceof SyntaxError)
    ) {
      return [];
    }
    throw new InputError(
      `--passed ${file} cannot be read. Give another file, or leave it out.`,
    );
  }
}

async function addToDigest(digest: Hash, path: string): Promise<void> {
  for (const file of await filesIn(path)) {
    digest.update(`\0${file}\0`).update(await readFile(file));
  }
}

/** The files of a folder, in a fixed order; a file is its own. */
async function filesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (isError(error) && error.code === 'ENOTDIR') {
      return [path];
    }
    throw new InputError(
      `--input ${path}: there is no such file or folder. Correct the path, or leave it out.`,
    );
  }
}
