import { union } from './characters';
import type { Pattern, PatternNode, Range } from './types';

/** Letters and digits first: a sample is read by people. */
const PREFERRED: Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x30, 0x39],
];

function pick(ranges: Range[], seed: number): string {
  const nice = PREFERRED.flatMap(([low, high]) =>
    ranges
      .filter(([from, to]) => from <= high && to >= low)
      .map(([from, to]): Range => [Math.max(from, low), Math.min(to, high)]),
  );
  const printable = ranges.filter(([from]) => from > 0x20);
  const pool =
    [nice, printable, ranges].find(list => list.length > 0) ?? ranges;
  const total = pool.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  let offset = seed % total;
  for (const [from, to] of pool) {
    if (offset <= to - from) return String.fromCodePoint(from + offset);
    offset -= to - from + 1;
  }
  return '';
}

/** Counts up, so that no two choices of one sample are made alike. */
class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed + 1) * 2_654_435_761;
  }

  next(): number {
    this.#state =
      (Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d) +
        0x9e3779b9) >>>
      0;
    return this.#state >>> 4;
  }
}

function sampleNode(
  node: PatternNode,
  choices: Choices,
  extra: number,
): string {
  switch (node.kind) {
    case 'characters':
      return pick(union(node.ranges), choices.next());
    case 'sequence':
      return node.nodes
        .map(child => sampleNode(child, choices, extra))
        .join('');
    case 'choice':
      return sampleNode(
        node.nodes[choices.next() % node.nodes.length],
        choices,
        extra,
      );
    default: {
      const count = Math.min(node.max, node.min + extra);
      return Array.from({ length: count }, () =>
        sampleNode(node.node, choices, extra),
      ).join('');
    }
  }
}

/**
 * A text that matches a pattern; another for each seed. The larger `extra`,
 * the more often what may repeat is repeated.
 */
export function samplePattern(
  pattern: Pattern,
  seed: number,
  extra: number,
): string {
  const branch = pattern.branches[seed % pattern.branches.length];
  return sampleNode(branch.node, new Choices(seed), extra);
}
