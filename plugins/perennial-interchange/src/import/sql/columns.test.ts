import type { FieldDocument } from '@perennial/plugin-perennial-common';
import { importModel } from '../importModel';

async function importSql(text: string) {
  return importModel({ format: 'sql', text });
}

/** The only field of a table with one column beside its key. */
async function fieldOf(column: string, before = '') {
  const { model, notes } = await importSql(
    `${before};\nCREATE TABLE things (id uuid PRIMARY KEY, f ${column});`,
  );
  const [thing] = model.entities.filter(({ name }) => name === 'Thing');
  return { field: thing.fields?.[0], notes };
}

/** Where no note is to be expected. */
const NOTHING = /^$/;

const MOOD = "CREATE TYPE mood AS ENUM ('sad', 'ok')";
const POSITIVE = 'CREATE DOMAIN positive AS int NOT NULL CHECK (VALUE > 0)';

describe('the type of a column', () => {
  it.each<[string, Omit<FieldDocument, 'name'>, string?]>([
    ['varchar(20)', { type: 'string', maxLength: 20 }],
    ['character varying', { type: 'text' }],
    ['char(3)', { type: 'string', maxLength: 3 }],
    ['char', { type: 'string', maxLength: 1 }],
    ['text', { type: 'text' }],
    ['smallint', { type: 'integer', minimum: -32768, maximum: 32767 }],
    ['int', { type: 'integer' }],
    ['bigint', { type: 'bigInteger' }],
    ['real', { type: 'number' }],
    ['double precision', { type: 'number' }],
    ['numeric(12, 4)', { type: 'decimal', precision: 12, scale: 4 }],
    ['decimal(5)', { type: 'decimal', precision: 5, scale: 0 }],
    ['boolean', { type: 'boolean' }],
    ['date', { type: 'date' }],
    ['time without time zone', { type: 'time' }],
    ['timestamp', { type: 'dateTime' }],
    ['timestamptz(3)', { type: 'dateTime' }],
    ['uuid', { type: 'uuid' }],
    ['jsonb', { type: 'json' }],
    ['text[]', { type: 'array', items: { type: 'text' } }],
    [
      'int[][]',
      { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
    ],
    ['mood', { type: 'enum', values: ['sad', 'ok'] }, MOOD],
    [
      'mood[]',
      { type: 'array', items: { type: 'enum', values: ['sad', 'ok'] } },
      MOOD,
    ],
    ['positive', { type: 'integer', required: true, minimum: 1 }, POSITIVE],
    [
      'size',
      {
        type: 'object',
        fields: [
          { name: 'width', type: 'number' },
          { name: 'unit', type: 'string', maxLength: 2 },
        ],
      },
      'CREATE TYPE size AS (width real, unit varchar(2))',
    ],
  ])('%s is carried over', async (column, expected, before = '') => {
    expect(await fieldOf(column, before)).toEqual({
      field: { name: 'f', ...expected },
      notes: [],
    });
  });

  it.each<[string, Omit<FieldDocument, 'name'> | undefined, RegExp]>([
    ['numeric', { type: 'decimal', precision: 38, scale: 10 }, /38 digits/],
    ['money', { type: 'decimal', precision: 19, scale: 2 }, /decimal/],
    ['citext', { type: 'text' }, /regard to case/],
    ['interval', { type: 'string' }, /text/],
    ['inet', { type: 'string' }, /text/],
    ['geometry(Point, 4326)', { type: 'json' }, /by place/],
    ['int4range', { type: 'json' }, /JSON/],
    ['nobody_knows', { type: 'text' }, /not known/],
    [
      'text UNIQUE',
      { type: 'text', unique: true, maxLength: 600 },
      /^Its maxLength becomes 600: .* unique/,
    ],
    ['int GENERATED ALWAYS AS (1) STORED', undefined, /computes it/],
    ['bytea', undefined, /Binary data/],
    ['tsvector', undefined, /searchable/],
  ])('%s is noted', async (column, expected, message = NOTHING) => {
    const { model, notes } = await importSql(
      `CREATE TABLE things (id uuid PRIMARY KEY,\n f ${column}, g int);`,
    );
    expect(model.entities[0].fields).toEqual([
      ...(expected ? [{ name: 'f', ...expected }] : []),
      { name: 'g', type: 'integer' },
    ]);
    expect(notes).toEqual([
      {
        place: 'table things, column f',
        line: 2,
        message: expect.stringMatching(message),
      },
    ]);
  });
});

describe('a default', () => {
  it.each<[string, unknown]>([
    ["text DEFAULT 'it''s'::text", "it's"],
    ["varchar(9) DEFAULT 'x'::character varying", 'x'],
    ['int DEFAULT -3', -3],
    ['int DEFAULT - 3', -3],
    ['int DEFAULT 0', 0],
    ['bigint DEFAULT 0', '0'],
    ['numeric(4, 2) DEFAULT 4.99::numeric', '4.99'],
    ['boolean DEFAULT false', false],
    ["boolean DEFAULT 't'", true],
    ["date DEFAULT '2020-01-31'::date", '2020-01-31'],
    ["time DEFAULT '09:30'::time", '09:30:00'],
    ["timestamp DEFAULT '2020-01-31 10:00'", '2020-01-31T10:00:00Z'],
    ["timestamp DEFAULT '2020-01-31 10:00:00'", '2020-01-31T10:00:00Z'],
    [
      "timestamptz DEFAULT '2020-01-31 10:00:00+02'",
      '2020-01-31T10:00:00+02:00',
    ],
    [`jsonb DEFAULT '{"a": [1]}'::jsonb`, { a: [1] }],
    ["text[] DEFAULT '{}'::text[]", []],
    ['int[] DEFAULT ARRAY[]::int[]', []],
    ['text[] DEFAULT \'{a, "b, \\\\c"}\'::text[]', ['a', 'b, \\c']],
    ["text[] DEFAULT ARRAY['a'::text, 'b']", ['a', 'b']],
    ["int[] DEFAULT '{1,2}'", [1, 2]],
    ["mood DEFAULT 'ok'::public.mood", 'ok'],
  ])('of %s is carried over', async (column, expected) => {
    const { field, notes } = await fieldOf(column, MOOD);
    expect(field?.default).toEqual(expected);
    expect(notes).toEqual([]);
  });

  it.each([
    'timestamptz NOT NULL DEFAULT now()',
    "date NOT NULL DEFAULT ('now'::text)::date",
    'uuid NOT NULL DEFAULT gen_random_uuid()',
    'int NOT NULL DEFAULT 1 + 2',
    "int NOT NULL DEFAULT nextval('s'::regclass)",
    'int GENERATED BY DEFAULT AS IDENTITY',
    'serial',
  ])('of %s is computed, so the field is optional', async column => {
    const { field, notes } = await fieldOf(column);
    expect(field).not.toHaveProperty('default');
    expect(field).not.toHaveProperty('required');
    expect(notes[0].message).toContain('computes its default');
  });
});

describe('a check', () => {
  it.each<[string, Partial<FieldDocument>]>([
    ['int CHECK (f >= 1)', { minimum: 1 }],
    ['int CHECK (f > 1 AND 10 > f)', { minimum: 2, maximum: 9 }],
    ['int CHECK (((f >= 0) AND (f <= 5)))', { minimum: 0, maximum: 5 }],
    ['int CHECK (f BETWEEN -1 AND 5)', { minimum: -1, maximum: 5 }],
    ['int CHECK (f IS NULL OR f > 0)', { minimum: 1 }],
    ['bigint CHECK (f >= 12345678901)', { minimum: '12345678901' }],
    ['numeric(5, 2) CHECK (f > 0)', { minimum: '0.01' }],
    ['numeric(5, 2) CHECK (f < 0::numeric)', { maximum: '-0.01' }],
    ["date CHECK (f >= '1900-01-01'::date)", { minimum: '1900-01-01' }],
    ['text CHECK (length(f) <= 9)', { maxLength: 9 }],
    [
      'text CHECK (char_length(f) BETWEEN 2 AND 9)',
      { minLength: 2, maxLength: 9 },
    ],
    ['varchar(9) CHECK (length(f::text) = 3)', { minLength: 3, maxLength: 3 }],
    ["text CHECK (f <> '')", { minLength: 1 }],
    ['text CHECK (f IS NOT NULL)', { required: true }],
    ["varchar(9) CHECK (f ~ '^[a-z]+$')", { pattern: '^[a-z]+$' }],
    ["text CHECK (f IN ('a', 'b'))", { type: 'enum', values: ['a', 'b'] }],
    [
      "varchar(9) CHECK (((f)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))",
      { type: 'enum', values: ['a', 'b'] },
    ],
    ["text CHECK (f = 'a' OR f = 'b')", { type: 'enum', values: ['a', 'b'] }],
  ])('of %s is carried over', async (column, expected) => {
    const { field, notes } = await fieldOf(column);
    expect(field).toMatchObject(expected);
    expect(field).not.toMatchObject({ type: 'enum', maxLength: 9 });
    expect(notes).toEqual([]);
  });

  it.each([
    ["text CHECK (f LIKE 'a%')", /says what a model cannot/],
    ['int CHECK (f % 2 = 0)', /says what a model cannot/],
    ['int CHECK (f IN (1, 2))', /says what a model cannot/],
    ['real CHECK (f > 0)', /0 itself is not allowed/],
    ["text CHECK (f ~ '(?=x)')", /pattern is left out/],
  ])('of %s is noted', async (column, message) => {
    const { notes } = await fieldOf(column);
    expect(notes).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
  });
});
