import { InputError } from '@backstage/errors';
import { PathRegistry } from './PathRegistry';
import type { Subject } from './SkeletonRenderer';
import { checkPath } from './checkPath';
import { MAXIMUM_RENDERED_FILES } from './limits';
import { ROOT_RECORDS, type RecordPaths } from './recordPaths';

/** Decides where rendered files go, and that no two go to the same place. */
export class PathPlan {
  readonly #registry = new PathRegistry();
  #count = 0;

  constructor(records: RecordPaths) {
    const own = [records, ROOT_RECORDS].flatMap(it => [it.model, it.lineage]);
    for (const path of new Set(own)) {
      this.#registry.add(path, 'the engine itself');
    }
  }

  /** The path to write to; undefined where a part of it is empty, which skips the file. */
  take(segments: string[], subject: Subject): string | undefined {
    if (segments.includes('')) {
      return undefined;
    }
    const owner = describe(subject);
    // A '/' that came out of a value makes folders, or is refused here.
    const path = segments.join('/');
    const problem = checkPath(path);
    if (problem) {
      throw new InputError(
        `${owner} renders to the path ${JSON.stringify(
          path,
        )}, which ${problem}. Mend the path of the skeleton file, or the value in it.`,
      );
    }
    const conflict = this.#registry.add(path, owner);
    if (conflict) {
      throw new InputError(
        `${owner} and ${conflict.owner} clash over the path '${path}': ${conflict.reason}. Rename one of them.`,
      );
    }
    this.#count += 1;
    if (this.#count > MAXIMUM_RENDERED_FILES) {
      throw new InputError(
        `The template renders more than ${MAXIMUM_RENDERED_FILES} files. Use fewer entities.`,
      );
    }
    return path;
  }
}

function describe(subject: Subject): string {
  return subject.entity
    ? `'${subject.label}' for the entity '${subject.entity}'`
    : `'${subject.label}'`;
}
