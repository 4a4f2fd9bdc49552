import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  expectModelOrInputError,
  mutated,
} from '../../__testUtils__/anySource';
import { noteLine, outline } from '../../__testUtils__/outline';
import { importModel } from '../importModel';

const CUSTOMERS = readFileSync(
  join(__dirname, '../__fixtures__/customers.csv'),
  'utf8',
);

async function read(text: string, fileName?: string) {
  const result = await importModel({ format: 'csv', text, fileName });
  return { lines: outline(result.model), notes: result.notes.map(noteLine) };
}

/** A table of one column that matters, beside one that does not. */
function column(values: readonly string[], delimiter = ','): string {
  const cell = (value: string) =>
    /[",;\t\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
  return ['value', ...values.map(cell)]
    .map(value => `${value}${delimiter}x`)
    .join('\n');
}

const repeat = (values: string[], times: number) =>
  Array.from({ length: times }, () => values).flat();

describe('importCsv', () => {
  it('reads customers', async () => {
    expect(await read(CUSTOMERS, 'exports/customers.csv'))
      .toMatchInlineSnapshot(`
      {
        "lines": [
          "Customer id=integer timestamps=false",
          "  first_name!: string",
          "  last_name!: string",
          "  company!: string",
          "  city!: string",
          "  country!: string(maxLength 2)",
          "  phone: string(maxLength 15)",
          "  e_mail!: email",
          "  subscription_date!: date",
          "  website!: uri",
          "  tier!: enum(values ["gold","silver","bronze"])",
          "  balance!: decimal(scale 2)",
          "  active!: boolean",
        ],
        "notes": [
          "table customers, column customer_id: It becomes the id.",
          "table customers, column tier: It has 3 values that repeat, so it becomes an enum of them.",
        ],
      }
    `);
  });

  it.each<[string, string[], string]>([
    ['whole numbers', ['1', '-20', '0'], 'integer'],
    ['large numbers', ['1', '3000000000'], 'bigInteger'],
    ['numbers of many digits', ['1234567890123456789'], 'string'],
    ['numbers with zeros before them', ['007', '123'], 'string'],
    ['fractions', ['1.5', '2.25', '3'], 'number'],
    ['amounts', ['1.50', '-2.25'], 'decimal(scale 2)'],
    ['powers', ['1e5', '2.5e-3'], 'number'],
    ['yes and no', ['yes', 'No'], 'boolean'],
    ['true and false', ['TRUE', 'false'], 'boolean'],
    ['true and false in short', ['t', 'f', 't'], 'boolean'],
    ['a letter alone', ['t', 't'], 'string'],
    ['dates', ['2024-02-29', '1999-12-31'], 'date'],
    ['moments of a place', ['1/31/2024 10:15', '2024/2/1 9:00'], 'string'],
    ['days that never were', ['2023-02-29'], 'string'],
    ['dates of a place', ['31.12.1999', '1.1.2000'], 'string'],
    ['moments', ['2024-01-01T10:00:00Z', '2024-01-01 10:00'], 'dateTime'],
    ['times', ['09:30', '23:59:59'], 'time'],
    ['UUIDs', ['123e4567-e89b-12d3-a456-426614174000'], 'uuid'],
    ['addresses', ['a@b.example', 'c.d@e.example'], 'email'],
    ['links', ['https://a.example/b', 'http://c.example'], 'uri'],
    ['choices', repeat(['new', 'used'], 6), 'enum(values ["new","used"])'],
    [
      'codes of one length',
      ['SE', 'IE', 'DE', 'FR', 'NO'],
      'string(maxLength 2)',
    ],
    ['words', ['one', 'three'], 'string'],
    ['long texts', ['a'.repeat(300)], 'text'],
    ['nothing', ['', 'NULL', '\\N'], 'string'],
    ['lines in quotes', ['a\nb', 'c "d"'], 'string'],
  ])('reads %s', async (_what, values, type) => {
    const { lines } = await read(column(values));
    expect(lines[1].replace('!', '')).toBe(`  value: ${type}`);
  });

  it.each([
    ['numbers', ['1', 'NA', '3', '?'], 'integer', 'NA'],
    ['dates', ['2024-01-31', 'N/A'], 'date', 'N/A'],
    ['amounts', ['-1.50', '-'], 'decimal(scale 2)', '-'],
  ])('finds %s among marks for no value', async (_what, values, type, mark) => {
    const { lines, notes } = await read(column(values));
    expect(lines[1]).toBe(`  value: ${type}`);
    expect(notes[0]).toContain(
      `A cell with ${mark} is taken for an empty one.`,
    );
  });

  it('takes a mark for no value as a value among texts', async () => {
    const { lines, notes } = await read(column(['NA', 'DE', 'SE', 'FI', 'NO']));
    expect(lines[1]).toBe('  value!: string(maxLength 2)');
    expect(notes).toEqual([]);
  });

  it.each([
    [
      'comments',
      '# From the archive\n# name: what it is called\nname,size\na,1\n',
    ],
    [
      'a header that begins like a comment',
      '# From the archive\n#name,size\na,1\n',
    ],
  ])('goes past %s', async (_what, text) => {
    expect((await read(text)).lines).toEqual([
      'Record timestamps=false',
      '  name!: string',
      '  size!: integer',
    ]);
  });

  it.each([
    [';', ';'],
    ['a tab', '\t'],
    [',', ','],
    ['|', '|'],
  ])('finds %s between the cells', async (_what, delimiter) => {
    const text = column(['1,50', '2,25', 'x,yz'], delimiter);
    expect((await read(text)).lines).toHaveLength(3);
  });

  it('reads amounts with a comma, and the line in which Excel says what is between cells', async () => {
    const { lines, notes } = await read(
      'sep=;\r\nname;price\r\na;1,50\r\nb;2,25\r\n',
    );
    expect(lines).toContain('  price!: decimal(scale 2)');
    expect(notes).toEqual([expect.stringContaining('with a comma')]);
  });

  it('takes a mark before the first byte for none', async () => {
    expect((await read('\uFEFFname,age\na,1')).lines[1]).toBe(
      '  name!: string',
    );
  });

  it('requires what is never empty, and tells rows apart by what looks like a key', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `${at},code${at},word${at},${at % 3 ? 'x' : ''}`,
    );
    const { lines } = await read(`id,item code,words,note\n${rows.join('\n')}`);
    expect(lines).toEqual([
      'Record id=integer timestamps=false',
      '  item_code!: string(unique true)',
      '  words!: string',
      '  note: string(maxLength 1)',
    ]);
  });

  it('says what is odd about a table', async () => {
    const { lines, notes } = await read(
      'id,name,,name,created at\n1,a,b,c\n1,d,e,f,2024-01-01 00:00,g\n1,h"i,j,k,2024-01-01 00:00\n',
      'odd.rows.csv',
    );
    expect({ lines, notes }).toMatchInlineSnapshot(`
      {
        "lines": [
          "OddRow",
          "  source_id!: integer",
          "  name!: string",
          "  column_3!: string",
          "  name_value!: string",
        ],
        "notes": [
          "table odd.rows: Row 2 (and 1 more) has another number of cells than the header: cells that are missing are empty, and those after the last column are left out.",
          "table odd.rows, column source_id: It does not tell rows apart, so it is not the id.",
          "table odd.rows, column column_3: It has no name in the header.",
          "table odd.rows, column created_at: created_at and updated_at come together, so the other one comes along.",
          "table odd.rows, column name: It is called name_value in the model.",
        ],
      }
    `);
  });

  it('says that there is one column, and that there are no rows', async () => {
    const { notes } = await read('name\n');
    expect(notes).toEqual([
      expect.stringContaining('no rows'),
      expect.stringContaining('one column'),
      expect.stringContaining('empty in every row'),
    ]);
  });

  it('reads the first rows of very many', async () => {
    const { lines, notes } = await read(
      `name,size\n${'a,1\n'.repeat(2_000)}${'b,many\n'.repeat(100_000)}`,
    );
    expect(lines[2]).toBe('  size!: integer');
    expect(notes.join()).toContain('the first 2000 rows');
  });

  it.each<[string, string, RegExp]>([
    [
      'values in the first row',
      '1,2024-01-01,x\n2,2024-01-02,y',
      /"1", and no names of columns/,
    ],
    [
      'a quote that never ends',
      'name,size\n"a",1\n"b,2\nc,3\n',
      /line 3\): A quote is opened/,
    ],
    [
      'one after a line of Excel and comments',
      'sep=;\n# x\nname;size\n"a;1\n',
      /line 4\): A quote is opened/,
    ],
    ['JSON', '{"a": 1}', /begins like JSON/],
    ['nothing', ' \n,\n', /has no row/],
  ])('refuses %s', async (_what, text, message) => {
    await expect(read(text)).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('gives a valid model or an error that helps, whatever the text', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('id', '__proto__', '1', '2.50', '"', '""', '2024-01-01'),
    );
    const rows = fc
      .array(fc.array(cell, { maxLength: 5 }), { maxLength: 15 })
      .map(cells => cells.map(row => row.join(',')).join('\n'));
    const law = fc.asyncProperty(
      fc.oneof(rows, mutated(CUSTOMERS), fc.string({ unit: 'binary' })),
      async text => {
        await expectModelOrInputError('csv', text);
      },
    );
    await fc.assert(law, { numRuns: 300 });
  });
});
