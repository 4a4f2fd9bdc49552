/** Code points from and to, both included. */
export type Range = [number, number];

/** A regular expression reduced to what every target dialect understands alike. */
export type PatternNode =
  | { kind: 'characters'; ranges: Range[] }
  | { kind: 'sequence'; nodes: PatternNode[] }
  | { kind: 'choice'; nodes: PatternNode[] }
  | { kind: 'repeat'; node: PatternNode; min: number; max: number };

/** One alternative of a pattern, with its anchors taken off. */
export interface Branch {
  anchoredStart: boolean;
  anchoredEnd: boolean;
  node: PatternNode;
}

/** A pattern that was understood. */
export interface Pattern {
  source: string;
  branches: Branch[];
  /** It holds something that other dialects read differently, such as `\w` or a dot. */
  rewritten: boolean;
}

/** A pattern that was not, and what to do about it. */
export interface PatternProblem {
  message: string;
  mend: string;
}
