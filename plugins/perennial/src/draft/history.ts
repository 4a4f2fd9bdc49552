import { DraftContent } from './DraftContent';

/** Steps that can be undone. */
const DEPTH = 200;

/** A pause in typing of this length starts a new step. */
const GROUP_MS = 1_000;

interface Step {
  content: DraftContent;
  /** What the step did; empty for the first content. */
  label: string;
}

/** What is being written, what came before, and what was undone. */
export interface History {
  past: readonly Step[];
  present: Step;
  future: readonly Step[];
  /** The group of the last edit and when it was, for the next one to join. */
  open?: { group: string; at: number };
}

/** A history that starts with this content. */
export function startHistory(content: DraftContent): History {
  return { past: [], present: { content, label: '' }, future: [] };
}

/** Adds a content as a step of its own, or to the step before where the group is the same. */
export function record(
  history: History,
  step: Step & { group?: string; at: number },
): History {
  const { content, label, group, at } = step;
  const { past, present, open } = history;
  const joins =
    group !== undefined && open?.group === group && at - open.at < GROUP_MS;
  return {
    past: joins ? past : [...past, present].slice(-DEPTH),
    present: { content, label },
    future: [],
    open: group === undefined ? undefined : { group, at },
  };
}

/** One step back, if there is one. */
export function undo(history: History): History {
  const { past, present, future } = history;
  const previous = past[past.length - 1];
  return previous
    ? {
        past: past.slice(0, -1),
        present: previous,
        future: [present, ...future],
      }
    : history;
}

/** One undone step forward again, if there is one. */
export function redo(history: History): History {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next
    ? { past: [...past, present], present: next, future: rest }
    : history;
}
