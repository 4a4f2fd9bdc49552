import { ANY } from './characters';
import type { Branch, Pattern, PatternNode, Range } from './types';

function escape(code: number, special: RegExp): string {
  const character = String.fromCodePoint(code);
  if (special.test(character)) return `\\${character}`;
  const isPrintable =
    code >= 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa0);
  const isSpace = code !== 0x20 && /\s/u.test(character);
  if ((isPrintable && !isSpace && code !== 0xfeff) || code > 0xffff)
    return character;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

const SPECIAL = /[\^$\\.*+?()[\]{}|/]/;
const SPECIAL_IN_CLASS = /[\^\\\]\[-]/;

/** A set that leaves out less than it takes in is shorter the other way round. */
function outside(ranges: Range[]): Range[] | undefined {
  if (ranges[ranges.length - 1]?.[1] !== 0x10ffff) return undefined;
  const gaps: Range[] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    // Halves of characters never come; NUL does.
    if (from > next && next !== 0xd800) gaps.push([next, from - 1]);
    next = to + 1;
  }
  return gaps;
}

function printClass(ranges: Range[]): string {
  return ranges
    .map(([from, to]) => {
      const [first, last] = [
        escape(from, SPECIAL_IN_CLASS),
        escape(to, SPECIAL_IN_CLASS),
      ];
      if (from === to) return first;
      return to === from + 1 ? first + last : `${first}-${last}`;
    })
    .join('');
}

function printSet(ranges: Range[]): string {
  const gaps = outside(ranges);
  if (gaps !== undefined) return `[^${printClass(gaps)}]`;
  if (ranges.length === 1 && ranges[0][0] === ranges[0][1])
    return escape(ranges[0][0], SPECIAL);
  return `[${printClass(ranges)}]`;
}

function quantifier(min: number, max: number): string {
  if (min === 0 && max === Infinity) return '*';
  if (min === 1 && max === Infinity) return '+';
  if (min === 0 && max === 1) return '?';
  if (max === Infinity) return `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printNode(node: PatternNode): string {
  switch (node.kind) {
    case 'characters':
      return printSet(node.ranges);
    case 'sequence':
      return node.nodes.map(printNode).join('');
    case 'choice':
      return `(?:${node.nodes.map(printNode).join('|')})`;
    default: {
      const inner = printNode(node.node);
      const isAtom =
        node.node.kind === 'characters' || node.node.kind === 'choice';
      return (isAtom ? inner : `(?:${inner})`) + quantifier(node.min, node.max);
    }
  }
}

function printBranch(branch: Branch): string {
  const before = branch.anchoredStart ? '' : `${printSet(ANY)}*`;
  const after = branch.anchoredEnd ? '' : `${printSet(ANY)}*`;
  return before + printNode(branch.node) + after;
}

/**
 * The pattern as published: it matches whole texts, and reads the same in
 * every dialect. The author's own text where that does so already.
 */
export function printPattern(pattern: Pattern): string {
  if (!pattern.rewritten) return pattern.source;
  const branches = pattern.branches.map(printBranch);
  return branches.length === 1
    ? `^${branches[0]}$`
    : `^(?:${branches.join('|')})$`;
}
