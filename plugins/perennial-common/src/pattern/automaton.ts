import { ANY, union } from './characters';
import type { Pattern, PatternNode, Range } from './types';

/** More repetitions than this are looked at as a loop. */
const UNROLLED = 16;

/** A pattern with more places for characters is too complicated to look at. */
export const MAX_POSITIONS = 2_000;

/**
 * The positions of a pattern's characters and which may follow which
 * (Glushkov's automaton), as far as it matters to a backtracking matcher.
 */
export interface Automaton {
  characters: Range[][];
  follow: Set<number>[];
  /** Steps that can be taken in two ways, as `from,to`. */
  doubled: [number, number][];
}

interface Part {
  first: number[];
  last: number[];
  nullable: boolean;
}

const NOTHING: Part = { first: [], last: [], nullable: true };

/** Thrown and caught in this file only. */
class TooLarge extends Error {}

class Builder {
  readonly automaton: Automaton = { characters: [], follow: [], doubled: [] };

  position(ranges: Range[]): Part {
    const index = this.automaton.characters.push(union(ranges)) - 1;
    if (index >= MAX_POSITIONS) throw new TooLarge();
    this.automaton.follow.push(new Set());
    return { first: [index], last: [index], nullable: false };
  }

  connect(from: number[], to: number[]): void {
    for (const source of from) {
      for (const target of to) {
        if (this.automaton.follow[source].has(target))
          this.automaton.doubled.push([source, target]);
        this.automaton.follow[source].add(target);
      }
    }
  }

  sequence(parts: Part[]): Part {
    return parts.reduce((left, right) => {
      this.connect(left.last, right.first);
      return {
        first: left.nullable ? [...left.first, ...right.first] : left.first,
        last: right.nullable ? [...left.last, ...right.last] : right.last,
        nullable: left.nullable && right.nullable,
      };
    }, NOTHING);
  }

  loop(part: Part, optional: boolean): Part {
    this.connect(part.last, part.first);
    return { ...part, nullable: part.nullable || optional };
  }

  /** x(x(x)?)? rather than x?x?x?, in which it would be unclear which x is left out. */
  upTo(node: PatternNode, count: number): Part {
    if (count === 0) return NOTHING;
    const inner = this.node(node);
    return {
      ...this.sequence([inner, this.upTo(node, count - 1)]),
      nullable: true,
    };
  }

  repeat(node: PatternNode, min: number, max: number): Part {
    const isFixedCharacter = node.kind === 'characters' && min === max;
    if (isFixedCharacter || max <= UNROLLED) {
      const fixed = Array.from({ length: min }, () => this.node(node));
      return this.sequence([...fixed, this.upTo(node, max - min)]);
    }
    if (min > 1 && min <= UNROLLED && max === Infinity) {
      const fixed = Array.from({ length: min - 1 }, () => this.node(node));
      return this.sequence([...fixed, this.loop(this.node(node), false)]);
    }
    return this.loop(this.node(node), min === 0);
  }

  node(node: PatternNode): Part {
    switch (node.kind) {
      case 'characters':
        return this.position(node.ranges);
      case 'sequence':
        return this.sequence(node.nodes.map(child => this.node(child)));
      case 'choice': {
        const parts = node.nodes.map(child => this.node(child));
        return {
          first: parts.flatMap(part => part.first),
          last: parts.flatMap(part => part.last),
          nullable: parts.some(part => part.nullable),
        };
      }
      default:
        return this.repeat(node.node, node.min, node.max);
    }
  }
}

/** Undefined where the pattern is too large. */
export function buildAutomaton(pattern: Pattern): Automaton | undefined {
  const builder = new Builder();
  try {
    for (const branch of pattern.branches) {
      const body = builder.node(branch.node);
      // A search that may begin anywhere is a match after a loop over everything.
      if (!branch.anchoredStart)
        builder.sequence([builder.loop(builder.position(ANY), true), body]);
    }
    return builder.automaton;
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}
