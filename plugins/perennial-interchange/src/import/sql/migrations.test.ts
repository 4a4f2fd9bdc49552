import { noteLine, outline } from '../../__testUtils__/outline';
import { importModel } from '../importModel';

async function read(text: string) {
  const { model, notes } = await importModel({ format: 'sql', text });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

const BOOKS = `
  CREATE TABLE authors (id uuid PRIMARY KEY, name varchar(80) UNIQUE);
  CREATE TABLE books (
    id uuid PRIMARY KEY,
    title varchar(80),
    pages int CHECK (pages > 0),
    author_id uuid REFERENCES authors (id)
  );`;

const AUTHOR = [
  'Author id=uuid timestamps=false',
  '  name: string(maxLength 80, unique true)',
];

/** What BOOKS become after some more statements. */
async function booksAfter(statements: string) {
  const { lines, notes } = await read(`${BOOKS}\n${statements}`);
  expect(notes).toEqual([]);
  return lines;
}

describe('a script of migrations', () => {
  it('may rename a table, and make another one of its name', async () => {
    expect(
      await booksAfter(`
        ALTER TABLE authors RENAME TO writers;
        ALTER TABLE writers ADD born date;
        CREATE TABLE authors (id uuid PRIMARY KEY, pen_name varchar(9));`),
    ).toEqual([
      'Book id=uuid timestamps=false',
      '  title: string(maxLength 80)',
      '  pages: integer(minimum 1)',
      '  author -> Writer',
      'Writer id=uuid timestamps=false',
      '  name: string(maxLength 80, unique true)',
      '  born: date',
      'Author id=uuid timestamps=false',
      '  pen_name: string(maxLength 9)',
    ]);
  });

  it('may rename columns, with all that speaks of them', async () => {
    expect(
      await booksAfter(`
        ALTER TABLE books RENAME pages TO length;
        ALTER TABLE books RENAME COLUMN author_id TO writer_id;
        ALTER TABLE authors RENAME COLUMN id TO code;
        ALTER TABLE authors RENAME COLUMN code TO id;
        ALTER TABLE authors RENAME COLUMN name TO full_name;
        ALTER TABLE books ADD CHECK (length < 9000);`),
    ).toEqual([
      'Author id=uuid timestamps=false',
      '  full_name: string(maxLength 80, unique true)',
      'Book id=uuid timestamps=false',
      '  title: string(maxLength 80)',
      '  length: integer(minimum 1, maximum 8999)',
      '  writer -> Author',
    ]);
  });

  it('may drop a column with its conditions, keys and indexes', async () => {
    expect(
      await booksAfter(`
        CREATE INDEX ON books (title, pages);
        ALTER TABLE books DROP COLUMN pages, DROP COLUMN author_id;`),
    ).toEqual([
      ...AUTHOR,
      'Book id=uuid timestamps=false',
      '  title: string(maxLength 80)',
    ]);
  });

  it.each([
    [
      'ALTER TABLE authors DROP CONSTRAINT authors_name_key',
      '  name: string(maxLength 80)',
    ],
    ['ALTER TABLE books DROP CONSTRAINT books_pages_check', '  pages: integer'],
    [
      'ALTER TABLE books DROP CONSTRAINT books_author_id_fkey',
      '  author_id: uuid',
    ],
    ['DROP TABLE authors CASCADE', '  author_id: uuid'],
    [
      'CREATE INDEX i ON books (title); DROP INDEX i',
      '  title: string(maxLength 80)',
    ],
    [
      'ALTER TABLE books ADD CONSTRAINT u UNIQUE (title); ALTER TABLE books RENAME CONSTRAINT u TO v; ALTER TABLE books DROP CONSTRAINT v',
      '  title: string(maxLength 80)',
    ],
  ])('may say %s', async (statement, line) => {
    expect(await booksAfter(statement)).toContain(line);
  });

  it('may drop a primary key for another one', async () => {
    const { lines, notes } = await read(`
      CREATE TABLE a (code char(2) PRIMARY KEY, x int);
      ALTER TABLE a DROP CONSTRAINT a_pkey;
      ALTER TABLE a ADD COLUMN id serial PRIMARY KEY;`);
    expect(lines).toEqual([
      'A id=integer timestamps=false',
      '  code: string(maxLength 2)',
      '  x: integer',
    ]);
    expect(notes).toEqual([]);
  });

  it('may change the values of an enum and the name of its type', async () => {
    const { lines, notes } = await read(`
      CREATE TYPE state AS ENUM ('draft', 'sent');
      CREATE TABLE a (id uuid PRIMARY KEY, b state);
      ALTER TYPE state ADD VALUE 'ready' BEFORE 'sent';
      ALTER TYPE state ADD VALUE IF NOT EXISTS 'sent';
      ALTER TYPE state RENAME VALUE 'draft' TO 'new';
      ALTER TYPE state RENAME TO phase;
      ALTER TYPE phase ADD VALUE 'paid';`);
    expect(lines).toContain('  b: enum(values ["new","ready","sent","paid"])');
    expect(notes).toEqual([]);
  });

  it('may make what is not there yet in blocks of code', async () => {
    const { lines, notes } = await read(`
      DO $$ BEGIN
        CREATE TYPE state AS ENUM ('new', 'old');
      EXCEPTION WHEN duplicate_object THEN null;
      END $$;
      CREATE TABLE a (id uuid PRIMARY KEY, b state, c uuid);
      DO LANGUAGE plpgsql $x$
      DECLARE n int := 1;
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'k') THEN
          ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES a;
          CREATE VIEW v AS SELECT 1;
        END IF;
      END
      $x$;
      CREATE INDEX ON a (b);`);
    expect(lines).toEqual([
      'A id=uuid timestamps=false',
      '  b: enum(values ["new","old"], index true)',
      '  c -> A',
    ]);
    expect(notes).toEqual([
      expect.stringContaining('table a, column c (11)'),
      expect.stringContaining('view v (12)'),
    ]);
  });

  it.each([
    ['', '  n: string(maxLength 9)'],
    ['INCLUDING CONSTRAINTS', '  n: string(maxLength 9, minLength 1)'],
    ['INCLUDING ALL', '  n: string(maxLength 9, unique true, minLength 1)'],
  ])('takes over what LIKE says: %s', async (including, line) => {
    const { lines } = await read(`
      CREATE TABLE a (
        id uuid PRIMARY KEY, n varchar(9) UNIQUE CHECK (n <> ''));
      CREATE TABLE b (LIKE a ${including});`);
    expect(lines.slice(-2)).toEqual(['B id=uuid timestamps=false', line]);
  });

  it('hands the conditions of a table down to those that inherit from it', async () => {
    const { lines } = await read(`${BOOKS}
      CREATE TABLE comics (id uuid PRIMARY KEY, hero text) INHERITS (books);`);
    expect(lines).toContain('Comic id=uuid timestamps=false');
    expect(lines.filter(line => line.includes('minimum'))).toHaveLength(2);
  });
});

describe('a script with several schemas', () => {
  const tables = (end: string) => `
    CREATE TABLE items (id uuid PRIMARY KEY, a state)${end}
    CREATE TABLE parts (id uuid PRIMARY KEY, item_id uuid REFERENCES items);`;

  it.each([
    [
      'SET search_path',
      `SET search_path = shop, pg_catalog;
       CREATE TYPE state AS ENUM ('new');${tables(';')}
       SET search_path TO "$user", store;
       CREATE TYPE state AS ENUM ('old');${tables(';')}`,
    ],
    [
      'CREATE SCHEMA with what is in it',
      `CREATE TYPE shop.state AS ENUM ('new'); CREATE TYPE store.state AS ENUM ('old');
       CREATE SCHEMA shop ${tables('')}
       CREATE SCHEMA AUTHORIZATION store ${tables('')}`,
    ],
  ])('may say where names belong by %s', async (_how, text) => {
    const { lines, notes } = await read(text);
    expect(notes).toEqual([]);
    expect(lines).toEqual([
      'ShopItem id=uuid timestamps=false',
      '  a: enum(values ["new"])',
      'ShopPart id=uuid timestamps=false',
      '  item -> ShopItem',
      'StoreItem id=uuid timestamps=false',
      '  a: enum(values ["old"])',
      'StorePart id=uuid timestamps=false',
      '  item -> StoreItem',
    ]);
  });

  it('may move a table from one to another', async () => {
    const { lines, notes } = await read(`
      CREATE TABLE a.t (id uuid PRIMARY KEY, x int);
      ALTER TABLE a.t SET SCHEMA b;
      CREATE TABLE a.t (id uuid PRIMARY KEY, y int);`);
    expect(lines).toEqual([
      'BT id=uuid timestamps=false',
      '  x: integer',
      'AT id=uuid timestamps=false',
      '  y: integer',
    ]);
    expect(notes).toEqual([]);
  });
});
