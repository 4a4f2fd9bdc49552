import { importModel } from '../importModel';

async function importSql(text: string) {
  return importModel({ format: 'sql', text });
}

describe('a script', () => {
  it('is followed to its end', async () => {
    const { model, notes } = await importSql(`
      CREATE TABLE old (id int);
      CREATE TABLE IF NOT EXISTS app.users (id serial PRIMARY KEY, "Full Name" text, gone int, n text);
      CREATE TABLE IF NOT EXISTS app.users (id int);
      DROP TABLE old CASCADE;
      ALTER TABLE app.users ADD COLUMN age int, DROP COLUMN gone, ALTER n TYPE int, ALTER n SET NOT NULL;
      ALTER TABLE app.users ADD CONSTRAINT adult CHECK (age >= 18) NOT VALID, ADD CONSTRAINT u UNIQUE (n);
      ALTER TABLE app.users DROP CONSTRAINT u;
      ALTER TABLE app.users ADD created_at timestamptz NOT NULL DEFAULT now(), ADD updated_at timestamptz, ADD deleted_at timestamptz;
      CREATE INDEX CONCURRENTLY ON app.users USING btree (age);
      COMMENT ON TABLE app.users IS 'Who may sign in';
      COMMENT ON COLUMN app.users.age IS 'In years';
    `);
    expect(model.entities).toEqual([
      {
        name: 'User',
        description: 'Who may sign in',
        id: 'integer',
        softDelete: true,
        fields: [
          { name: 'full_name', type: 'text' },
          { name: 'n', type: 'integer', required: true },
          {
            name: 'age',
            type: 'integer',
            index: true,
            minimum: 18,
            description: 'In years',
          },
        ],
      },
    ]);
    expect(notes).toEqual([
      {
        place: 'table users, column Full Name',
        line: 3,
        message: 'It is called full_name in the model.',
      },
    ]);
  });

  it.each([
    ['(x, id)', 'i over x, id is left out: a model indexes one field'],
    ['(lower(x))', 'i is left out: it is over an expression'],
    ['(x) WHERE x > 1', 'i over x is left out: it holds some of the rows'],
    ['USING gin (x)', 'i over x is left out: gin is for searches in values'],
  ])(
    'may have an index %s, and is told of its loss',
    async (index, message) => {
      const table = 'CREATE TABLE a (id uuid PRIMARY KEY, x text);';
      const { model, notes } = await importSql(
        `${table} CREATE INDEX i ON a ${index}`,
      );
      expect(model.entities[0].fields).toEqual([{ name: 'x', type: 'text' }]);
      expect(notes).toEqual([
        {
          place: 'table a',
          line: 1,
          message: expect.stringContaining(message),
        },
      ]);
    },
  );

  it('of types that hold each other many times over ends', async () => {
    const columns = (type: string) =>
      Array.from({ length: 50 }, (_, index) => `c${index} ${type}`).join(', ');
    const types = Array.from(
      { length: 8 },
      (_, level) =>
        `CREATE TYPE t${level} AS (${columns(
          level === 0 ? 'int' : `t${level - 1}`,
        )});`,
    );
    const { model, notes } = await importSql(
      `${types.join('\n')} CREATE TABLE a (id uuid PRIMARY KEY, b t7, c t7);`,
    );
    expect(model.entities[0].fields?.[1]).toEqual({ name: 'c', type: 'json' });
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('become JSON'),
    );
  });

  it('of two schemas keeps tables of one name apart', async () => {
    const { model } = await importSql(
      'CREATE TABLE a.users (id uuid PRIMARY KEY, x int); CREATE TABLE b.users (id uuid PRIMARY KEY, x int);',
    );
    expect(model.entities.map(({ name }) => name)).toEqual(['AUser', 'BUser']);
  });

  it.each([
    ['CREATE VIEW v AS SELECT 1', 'view v'],
    [
      'CREATE OR REPLACE FUNCTION public.f() RETURNS int AS $x$ SELECT ; $x$ LANGUAGE sql',
      'function f',
    ],
    ['CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()', 'trigger t'],
    ['CREATE TABLE p PARTITION OF a DEFAULT', 'table p'],
    ['CREATE TEMP TABLE p (id int)', 'table p'],
    ['CREATE TABLE p AS SELECT 1', 'table p'],
    ['CREATE FOREIGN TABLE p (id int) SERVER s', 'table p'],
    ['CREATE TABLE a (id int)', 'table a'],
    ['CREATE SCHEMA s CREATE VIEW v AS SELECT 1', 'view v'],
    ['ALTER TABLE a ADD EXCLUDE USING gist (x WITH =)', 'table a'],
  ])('may hold %s', async (statement, place) => {
    const { model, notes } = await importSql(
      `CREATE TABLE a (id uuid PRIMARY KEY, x int);\n${statement};`,
    );
    expect(model.entities.map(({ name }) => name)).toEqual(['A']);
    expect(notes).toEqual([
      { place, line: 2, message: expect.stringMatching(/\w\.$/) },
    ]);
  });

  it.each([
    'SET search_path = public',
    '\\connect other',
    'BEGIN',
    "INSERT INTO a VALUES ('x;', E'\\'; CREATE TABLE b (c int);')",
    'COPY a (id, "from") FROM stdin WITH (FORMAT text);\n1\tCREATE TABLE b (c int);\n\\.\n',
    '/* CREATE TABLE b (c int); /* */ */ -- CREATE TABLE b (c int);',
    "DO $$ BEGIN EXECUTE 'CREATE TABLE b (c int)'; END $$",
    "DO 'BEGIN CREATE TABLE b (c int); END'",
    'GRANT ALL ON a TO PUBLIC',
    'CREATE SEQUENCE s',
    'ALTER TABLE a OWNER TO me',
    'COMMENT ON DATABASE a IS NULL',
  ])('may hold %s, of which nothing is to say', async statement => {
    const { model, notes } = await importSql(
      `CREATE TABLE a (id uuid PRIMARY KEY, x int);\n${statement};\nCREATE TABLE c (id uuid PRIMARY KEY, x int);`,
    );
    expect(model.entities.map(({ name }) => name)).toEqual(['A', 'C']);
    expect(notes).toEqual([]);
  });

  it.each([
    ['\n\nCREATE TABEL a (b int);', /line 3, column 8\).*"TABEL"/],
    ['CREATE TABLE a (\n  b int,\n);', /line 3, column 1/],
    [
      "-- ä\nCREATE TABLE a (b text DEFAULT 'x);",
      /line 2, column 32.*unterminated/,
    ],
    ['CREATE TABLE a (\n  b int(11) AUTO_INCREMENT) ENGINE=InnoDB', /MySQL/],
    ['CREATE TABLE `a` (b int)', /line 1.*MySQL/],
    ['CREATE TABLE [dbo].[a] (b int)', /SQL Server/],
    ['CREATE TABLE [a] (b int)', /SQL Server or SQLite/],
    ['CREATE TABLE a (b integer PRIMARY KEY AUTOINCREMENT)', /SQLite/],
    ['CREATE TABLE a (b varchar2(9 char))', /Oracle/],
    [
      "CREATE TABLE a (\n  b int, -- not `c`\n  d text DEFAULT 'ENGINE =',\n);",
      /line 4, column 1.*Mend the statement/,
    ],
    ['SELECT 1;', /no table/],
    ['Dear all,\nthis is a letter', /line 1.*"Dear"/],
    [
      `CREATE TABLE a (b int CHECK (${'not '.repeat(100_000)} b))`,
      /line 1.*nested/,
    ],
    [`CREATE TABLE a (b int CHECK (${'('.repeat(100_000)} b))`, /nested/],
  ])('is refused where it is wrong: %#', async (text, message) => {
    await expect(importSql(text)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });
});
