import type { DraftProblem } from './DraftContent';
import type { Pointer } from './types';

const NONE: readonly DraftProblem[] = [];
const NOWHERE: ReadonlyMap<string, readonly DraftProblem[]> = new Map();

/**
 * Problems by their place. The lists keep their identity from one index to the
 * next while they say the same, so that a view draws only what changed.
 */
export class ProblemIndex {
  static readonly EMPTY = new ProblemIndex([]);

  readonly all: readonly DraftProblem[];
  readonly #exact = new Map<string, readonly DraftProblem[]>();
  readonly #within = new Map<string, readonly DraftProblem[]>();

  constructor(problems: readonly DraftProblem[], previous?: ProblemIndex) {
    this.all = problems;
    const exact = new Map<string, DraftProblem[]>();
    const within = new Map<string, DraftProblem[]>();
    for (const problem of problems) {
      add(exact, keyOf(problem.pointer), problem);
      problem.pointer.forEach((_, index) =>
        add(within, keyOf(problem.pointer.slice(0, index)), problem),
      );
      add(within, keyOf(problem.pointer), problem);
    }
    this.#exact = keepSame(exact, previous ? previous.#exact : NOWHERE);
    this.#within = keepSame(within, previous ? previous.#within : NOWHERE);
  }

  /** The problems of exactly this place. */
  at(pointer: Pointer): readonly DraftProblem[] {
    return this.#exact.get(keyOf(pointer)) ?? NONE;
  }

  /** The problems of this place and of everything below it. */
  within(pointer: Pointer): readonly DraftProblem[] {
    return this.#within.get(keyOf(pointer)) ?? NONE;
  }
}

function keyOf(pointer: Pointer): string {
  return JSON.stringify(pointer);
}

function add(
  map: Map<string, DraftProblem[]>,
  key: string,
  problem: DraftProblem,
): void {
  const list = map.get(key);
  if (list) {
    list.push(problem);
  } else {
    map.set(key, [problem]);
  }
}

function keepSame(
  map: Map<string, readonly DraftProblem[]>,
  previous: ReadonlyMap<string, readonly DraftProblem[]>,
): Map<string, readonly DraftProblem[]> {
  for (const [key, list] of map) {
    const old = previous.get(key);
    if (old && isSame(old, list)) {
      map.set(key, old);
    }
  }
  return map;
}

function isSame(
  one: readonly DraftProblem[],
  other: readonly DraftProblem[],
): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ path, message, mend }, index) =>
        path === other[index].path &&
        message === other[index].message &&
        mend === other[index].mend,
    )
  );
}
