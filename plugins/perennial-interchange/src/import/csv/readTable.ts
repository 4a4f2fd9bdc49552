import { InputError } from '@backstage/errors';
import Papa, { type ParseError } from 'papaparse';
import { unreadable } from '../errors';
import { isValue } from './columnType';

const TITLE = 'CSV';

/** Rows that say of what type the columns are. */
export const MOST_ROWS = 2_000;

/** The columns of a table and its first rows. */
export interface Table {
  header: string[];
  rows: string[][];
  /** There are more rows than were read. */
  isCut: boolean;
  /** The first row of another length than the header's, from 1, and how many there are. */
  ragged?: { row: number; count: number };
  /** Quotes that stand where none may; the row counts from 1. */
  strayQuotes: number[];
}

/** Where what is parsed begins in the text, and what stands between its cells, if that is said. */
interface Beginning {
  offset: number;
  delimiter: string;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function checkQuotes(
  text: string,
  offset: number,
  errors: readonly ParseError[],
): void {
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open === undefined) return;
  throw unreadable(
    TITLE,
    'A quote is opened here that is never closed',
    { line: lineAt(text, offset + (open.index ?? 0)) },
    'Close it, and write a quote inside of quotes twice.',
  );
}

function checkHeader(header: readonly string[]): void {
  const filled = header.filter(cell => cell !== '');
  const value = filled.find(isValue);
  if (value !== undefined && filled.filter(isValue).length * 2 >= filled.length)
    throw new InputError(
      `The first row of the CSV holds values, such as "${value.slice(
        0,
        40,
      )}", and no names of columns. Put a row of names before it.`,
    );
}

/** Excel says its delimiter in a line of its own. */
const SEPARATOR = /^sep=(.)\r?\n/i;

/** A line of comment, of which archives and instruments write some before the header. */
const COMMENT = /#[^\r\n]*(?:\r\n?|\n)/y;

function parseFrom(text: string, { offset, delimiter }: Beginning) {
  return Papa.parse<string[]>(text.slice(offset), {
    delimiter,
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 1,
  });
}

/** Goes past comments. The last one is the header where it has as many cells as a row: `#,name,size`. */
function pastComments(text: string, beginning: Beginning): Beginning {
  let [last, end] = [beginning.offset, beginning.offset];
  COMMENT.lastIndex = end;
  while (COMMENT.test(text)) [last, end] = [end, COMMENT.lastIndex];
  if (end === beginning.offset) return beginning;
  const past = { ...beginning, offset: end };
  const { data, meta } = parseFrom(text, past);
  const [cells] = Papa.parse<string[]>(text.slice(last, end), {
    delimiter: meta.delimiter,
    preview: 1,
  }).data;
  const isHeader = data.length === 0 || cells?.length === data[0].length;
  return isHeader ? { ...beginning, offset: last } : past;
}

/**
 * Reads the header and the first rows of a CSV.
 *
 * @throws InputError where it has no header, or quotes that do not end
 */
export function readTable(text: string): Table {
  if (/^\s*[{[<]/.test(text))
    throw new InputError(
      'This is no CSV: it begins like JSON or XML. Choose another format, or another file.',
    );
  const [{ length } = '', delimiter = ''] = SEPARATOR.exec(text) ?? [];
  const beginning = pastComments(text, { offset: length, delimiter });
  const { data, errors, meta } = parseFrom(text, beginning);
  checkQuotes(text, beginning.offset, errors);
  const [header = [], ...rows] = data.map(row => row.map(cell => cell.trim()));
  if (header.length === 0)
    throw new InputError(
      'The CSV has no row. Put a row of names of columns first.',
    );
  checkHeader(header);
  const ragged = rows.flatMap((row, index) =>
    row.length === header.length ? [] : [index + 2],
  );
  return {
    header,
    rows,
    isCut: meta.truncated,
    ...(ragged.length > 0 && {
      ragged: { row: ragged[0], count: ragged.length },
    }),
    strayQuotes: errors
      .filter(({ code }) => code === 'InvalidQuotes')
      .map(({ row }) => (row ?? 0) + 1),
  };
}
