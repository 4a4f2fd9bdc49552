import { useId, useMemo, useRef } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { ProblemIndex } from '../../draft/ProblemIndex';

const NONE: readonly DraftProblem[] = [];

/** Problems of a mapping or a list, by its members. */
export interface MemberProblems {
  /** Of the value itself. */
  own: readonly DraftProblem[];
  /** Of a member and of all that it holds. */
  of(member: string | number): readonly DraftProblem[];
  /** The id of the element that says the problems of a member, where it has some. */
  idOf(member: string | number): string | undefined;
  /** Whether one of these members has a problem. */
  has(members: Iterable<string>): boolean;
}

/** Sorts the problems of a value by its members; `depth` is the length of its pointer. */
export function useMemberProblems(
  problems: readonly DraftProblem[],
  depth: number,
): MemberProblems {
  const id = useId();
  return useMemo(() => {
    const members = new Map<
      string | number | undefined,
      readonly DraftProblem[]
    >();
    for (const problem of problems) {
      const member = problem.pointer[depth];
      members.set(member, [...(members.get(member) ?? NONE), problem]);
    }
    return {
      own: members.get(undefined) ?? NONE,
      of: member => members.get(member) ?? NONE,
      idOf: member => (members.has(member) ? `${id}-${member}` : undefined),
      has: names => Array.from(names).some(name => members.has(name)),
    };
  }, [problems, depth, id]);
}

/** The problems by place; lists keep their identity while they say the same. */
export function useProblemIndex(
  problems: readonly DraftProblem[],
): ProblemIndex {
  const last = useRef(ProblemIndex.EMPTY);
  return useMemo(() => {
    last.current =
      problems.length === 0
        ? ProblemIndex.EMPTY
        : new ProblemIndex(problems, last.current);
    return last.current;
  }, [problems]);
}
