import type { A_Const, Node } from '@pgsql/types';
import PgQuery from 'pg-query-emscripten';
import { unreadable } from '../errors';
import { titleOf } from '../formats';
import { mendOf } from './dialects';

/** A statement and the line where it begins. */
export interface ParsedStatement {
  node: Node;
  line: number;
}

/** A script as PostgreSQL's parser sees it. */
export interface ParsedScript {
  statements: ParsedStatement[];
  /** The line of a location in the tree. */
  lineAt(location: number | undefined): number | undefined;
}

const encoder = new TextEncoder();

/** Of Emscripten: on the heap. The parser's own function takes the stack, where 64 KiB are the end of it. */
const ON_HEAP = 0;

/** Locations count bytes from 0. */
function lineFinder(bytes: Uint8Array): (location: number) => number {
  const ends: number[] = [];
  bytes.forEach((byte, index) => {
    if (byte === 10) ends.push(index);
  });
  return location => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (ends[middle] < location) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Numbers of a text below zero, which the tree leaves out: it says where they stand. */
function negativeNumbers(bytes: Uint8Array) {
  const decoder = new TextDecoder();
  return (key: string, value: unknown): unknown => {
    if (key !== 'A_Const') return value;
    const { ival, location } = value as A_Const;
    if (ival === undefined || ival.ival !== undefined || location === undefined)
      return value;
    const text = decoder.decode(bytes.subarray(location, location + 64));
    const digits = /^-\s*(\d+)/.exec(text)?.[1];
    return {
      location,
      ival: { ival: digits === undefined ? 0 : -Number(digits) },
    };
  };
}

/**
 * Parses a script with the parser of PostgreSQL itself.
 *
 * @throws InputError with the place of a mistake
 */
export async function parseScript(text: string): Promise<ParsedScript> {
  // A new one each time: nothing that one text does to its memory outlives it.
  const parser = await new PgQuery();
  const bytes = encoder.encode(`${text}\0`);
  const pointer = parser.allocate(bytes, ON_HEAP);
  const { parse_tree: tree, error } = parser.raw_parse(pointer);
  if (error.message !== '') {
    const before = Array.from(text)
      .slice(0, Math.max(0, error.cursorpos - 1))
      .join('')
      .split('\n');
    throw unreadable(
      titleOf('sql'),
      error.message,
      { line: before.length, column: before[before.length - 1].length + 1 },
      mendOf(text),
    );
  }
  const lineOf = lineFinder(bytes);
  const { stmts } = JSON.parse(tree, negativeNumbers(bytes)) as {
    stmts: { stmt: Node; stmt_location?: number }[];
  };
  return {
    statements: stmts.map(({ stmt, stmt_location: start = 0 }) => ({
      node: stmt,
      line: lineOf(start + blanksAt(bytes, start)),
    })),
    lineAt: location => (location === undefined ? undefined : lineOf(location)),
  };
}

/** A statement's location is the end of the one before it. */
function blanksAt(bytes: Uint8Array, start: number): number {
  const first = bytes.subarray(start).findIndex(byte => byte > 32);
  return Math.max(0, first);
}
