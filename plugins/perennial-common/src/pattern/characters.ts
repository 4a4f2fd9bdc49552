import type { Range } from './types';

export const LAST_CODE_POINT = 0x10ffff;

const range = (from: number, to = from): Range => [from, to];

export const DIGITS: Range[] = [range(0x30, 0x39)];
export const WORD: Range[] = [
  range(0x30, 0x39),
  range(0x41, 0x5a),
  range(0x5f),
  range(0x61, 0x7a),
];
export const SPACE: Range[] = [
  range(0x09, 0x0d),
  range(0x20),
  range(0xa0),
  range(0x1680),
  range(0x2000, 0x200a),
  range(0x2028, 0x2029),
  range(0x202f),
  range(0x205f),
  range(0x3000),
  range(0xfeff),
];
const LINE_ENDS: Range[] = [range(0x0a), range(0x0d), range(0x2028, 0x2029)];

/** NUL, which no text may hold, and halves of characters, which are none. */
const NEVER: Range[] = [range(0), range(0xd800, 0xdfff)];

/** Sorts and joins ranges. */
export function union(ranges: Range[]): Range[] {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0]);
  const joined: Range[] = [];
  for (const [from, to] of sorted) {
    const last = joined[joined.length - 1];
    if (last !== undefined && from <= last[1] + 1)
      last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Every character that a text may hold but these. */
export function complement(ranges: Range[]): Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const [from, to] of union([...ranges, ...NEVER])) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST_CODE_POINT) result.push([next, LAST_CODE_POINT]);
  return result;
}

/** What a dot stands for. */
export const DOT = complement(LINE_ENDS);

/** Every character that a text may hold. */
export const ANY = complement([]);

/** Whether two sorted sets have a character in common. */
export function overlap(left: Range[], right: Range[]): boolean {
  let [first, second] = [0, 0];
  while (first < left.length && second < right.length) {
    if (left[first][1] < right[second][0]) first += 1;
    else if (right[second][1] < left[first][0]) second += 1;
    else return true;
  }
  return false;
}
