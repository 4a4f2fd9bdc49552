import {
  nameForms,
  normaliseName,
  singularName,
  type FieldDocument,
} from '@perennial/plugin-perennial-common';
import { ModelBuilder } from '../build';
import type { Importer } from '../importModel';
import { columnType, presentValues } from './columnType';
import { MOST_ROWS, readTable, type Table } from './readTable';

/** What databases write where there is no value. */
const EMPTY = /^(?:|NULL|\\N)$/i;

/** Last words of names of columns that tell rows apart. */
const KEYS = new Set(
  'id code key number no sku slug email uuid isbn ean login username'.split(
    ' ',
  ),
);

/** Rows that say whether a column tells rows apart. */
const FEWEST_ROWS = 10;

function isKey(name: string, values: readonly string[], rows: number): boolean {
  const words = nameForms(name).snake.split('_');
  return (
    KEYS.has(words[words.length - 1]) &&
    rows >= FEWEST_ROWS &&
    new Set(values).size === rows
  );
}

/** A header in words, such as "First Name", as a name; other headers as they are. */
function nameOf(title: string, index: number): string {
  if (title === '') return `column_${index + 1}`;
  const isName = /^[a-z]\w*$/.test(title) || !/^\p{ASCII}*$/u.test(title);
  return isName ? title : nameForms(title).snake || title;
}

const NO_KEYS: FieldDocument['type'][] = ['boolean', 'enum', 'text', 'number'];

interface Column {
  field: FieldDocument;
  notes: string[];
}

function columnOf({ header, rows }: Table, index: number): Column {
  const title = header[index];
  const cells = rows
    .map(row => row[index] ?? '')
    .filter(value => !EMPTY.test(value));
  const { values, mark } = presentValues(cells);
  const { field, note } = columnType(values);
  const notes = note === undefined ? [] : [note];
  if (mark !== undefined)
    notes.push(`A cell with ${mark} is taken for an empty one.`);
  const isFull = rows.length > 0 && values.length === rows.length;
  const unique =
    !NO_KEYS.includes(field.type) && isKey(title, values, rows.length);
  if (title === '') notes.push('It has no name in the header.');
  const repeats =
    normaliseName(title) === 'id' && new Set(values).size < values.length;
  if (repeats) notes.push('It does not tell rows apart, so it is not the id.');
  return {
    field: {
      ...field,
      name: repeats ? 'source_id' : nameOf(title, index),
      ...(isFull && { required: true }),
      ...(unique && { unique: true }),
    },
    notes,
  };
}

function tableNotes({ header, isCut, ragged, rows, strayQuotes }: Table) {
  const count =
    ragged && ragged.count > 1 ? ` (and ${ragged.count - 1} more)` : '';
  return [
    ...(rows.length === 0
      ? ['It has no rows after the header, so every column becomes a string.']
      : []),
    ...(header.length === 1
      ? [
          'It has one column only. If there are more, check what stands between them.',
        ]
      : []),
    ...(isCut
      ? [`Types and what is required are those of the first ${MOST_ROWS} rows.`]
      : []),
    ...(ragged
      ? [
          `Row ${ragged.row}${count} has another number of cells than the header: cells that are missing are empty, and those after the last column are left out.`,
        ]
      : []),
    ...(strayQuotes.length > 0
      ? [`Row ${strayQuotes[0]} has a quote in the middle of a cell.`]
      : []),
  ];
}

const KEY_TYPES: FieldDocument['type'][] = ['integer', 'bigInteger', 'uuid'];

/** The column that is called after the entity, such as customer_id, and tells its rows apart. */
function keyOf(entity: string, columns: readonly Column[]): Column | undefined {
  const hasId = columns.some(({ field }) => normaliseName(field.name) === 'id');
  return hasId
    ? undefined
    : columns.find(
        ({ field }) =>
          normaliseName(field.name) === normaliseName(`${entity}id`) &&
          KEY_TYPES.includes(field.type) &&
          field.required &&
          field.unique,
      );
}

/** Reads a CSV with a header as one entity, with types as its rows have them. */
export const importCsv: Importer = async ({ text, fileName, database }) => {
  const table = readTable(text);
  const builder = new ModelBuilder({
    words: { entity: 'table', field: 'column' },
    database,
  });
  const name = fileName?.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const entity = builder.entity({ name: name || 'Record', isTable: true });
  for (const message of tableNotes(table)) entity.note(message);
  const columns = [...table.header.keys()].map(index => columnOf(table, index));
  const key = keyOf(singularName(name ?? ''), columns);
  for (const column of columns) {
    const { field, notes } = column;
    for (const message of notes) entity.note(message, field.name);
    if (column === key) {
      entity.setKey(field.type === 'uuid' ? 'uuid' : 'integer');
      entity.note('It becomes the id.', field.name);
    } else entity.fields.push(field);
  }
  return builder.build();
};
