import type {
  FieldDocument,
  RelationDocument,
} from '@perennial/plugin-perennial-common';
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

describe('a key and what refers to it', () => {
  it.each<[string, string | undefined, RegExp?]>([
    ['id serial PRIMARY KEY', 'integer'],
    ['id bigint GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id)', 'integer'],
    ['id uuid PRIMARY KEY DEFAULT gen_random_uuid()', 'uuid'],
    ['thing_id int PRIMARY KEY', 'integer', /is called id/],
    ['code char(2) PRIMARY KEY', undefined, /becomes a unique field/],
    ['a int, b int, PRIMARY KEY (a, b)', undefined, /\(a, b\) is not kept/],
    ['a int', undefined, /no primary key; its rows get an id/],
    [
      'id serial UNIQUE',
      'integer',
      /^It has no primary key; the column id becomes it\.$/,
    ],
    [
      'id text PRIMARY KEY DEFAULT cuid()',
      undefined,
      /^The primary key is no number and no UUID: it becomes an id as the database has it\.$/,
    ],
  ])('%s', async (columns, id, message = NOTHING) => {
    const { model, notes } = await importSql(
      `CREATE TABLE things (${columns}, x int)`,
    );
    expect(model.entities[0].id).toBe(id);
    expect(notes.map(note => note.message).join('\n')).toMatch(message);
  });

  const PEOPLE =
    'CREATE TABLE people (id uuid PRIMARY KEY, code text UNIQUE); CREATE TABLE lands (code char(2) PRIMARY KEY);';

  it.each<[string, RelationDocument, RegExp?]>([
    [
      'person_id uuid NOT NULL REFERENCES people',
      { name: 'person', kind: 'manyToOne', target: 'Person', required: true },
    ],
    [
      'person_id uuid UNIQUE REFERENCES people (id) ON DELETE CASCADE',
      {
        name: 'person',
        kind: 'oneToOne',
        target: 'Person',
        onDelete: 'cascade',
      },
    ],
    [
      'author uuid, FOREIGN KEY (author) REFERENCES people ON DELETE SET NULL',
      {
        name: 'author',
        kind: 'manyToOne',
        target: 'Person',
        onDelete: 'setNull',
      },
      /author_id in the model/,
    ],
    [
      'code text REFERENCES people (code)',
      { name: 'code', kind: 'manyToOne', target: 'Person' },
      /refers to code of people/,
    ],
    [
      'land char(2) REFERENCES lands',
      { name: 'land', kind: 'manyToOne', target: 'Land' },
      /refers to code of lands; in the model it refers to the id, and is called land_id/,
    ],
    [
      'personid uuid REFERENCES people',
      { name: 'person', kind: 'manyToOne', target: 'Person' },
      /person_id in the model/,
    ],
    [
      'parent_id int REFERENCES things DEFERRABLE INITIALLY DEFERRED',
      { name: 'parent', kind: 'manyToOne', target: 'Thing' },
    ],
  ])('%s is a relation', async (column, expected, message = NOTHING) => {
    const { model, notes } = await importSql(
      `${PEOPLE} CREATE TABLE things (id serial PRIMARY KEY, ${column});`,
    );
    expect(model.entities[2].relations).toEqual([expected]);
    expect(
      notes
        .filter(({ place }) => place.startsWith('table things'))
        .map(note => note.message)
        .join('\n'),
    ).toMatch(message);
  });

  it('a table of pairs is a relation, one with more is an entity', async () => {
    const { model, notes } = await importSql(`
      CREATE TABLE posts (id uuid PRIMARY KEY, title text);
      CREATE TABLE tags (id uuid PRIMARY KEY, label text);
      CREATE TABLE posts_tags (
        post_id uuid REFERENCES posts, tag_id uuid REFERENCES tags,
        created_at timestamptz DEFAULT now(), PRIMARY KEY (tag_id, post_id));
      CREATE TABLE votes (
        post_id uuid REFERENCES posts, tag_id uuid REFERENCES tags, weight int,
        PRIMARY KEY (tag_id, post_id));`);
    expect(model.entities.map(({ name }) => name)).toEqual([
      'Post',
      'Tag',
      'Vote',
    ]);
    expect(model.entities[0].relations).toEqual([
      { name: 'tags', kind: 'manyToMany', target: 'Tag' },
    ]);
    expect(notes.map(note => note.place)).toEqual([
      'table posts_tags',
      'table votes',
    ]);
  });

  it('a table of pairs may have an id, and its keys in any order', async () => {
    const { model, notes } = await importSql(`
      CREATE TABLE posts (id uuid PRIMARY KEY, title text);
      CREATE TABLE tags (id uuid PRIMARY KEY, label text);
      CREATE TABLE posts_tags (
        id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
        post_id uuid NOT NULL, tag_id uuid NOT NULL, UNIQUE (post_id, tag_id));
      ALTER TABLE posts_tags ADD FOREIGN KEY (tag_id) REFERENCES tags;
      ALTER TABLE posts_tags ADD FOREIGN KEY (post_id) REFERENCES posts;`);
    expect(model.entities.map(({ name }) => name)).toEqual(['Post', 'Tag']);
    expect(model.entities[0].relations).toEqual([
      { name: 'tags', kind: 'manyToMany', target: 'Tag' },
    ]);
    expect(notes.map(note => note.place)).toEqual(['table posts_tags']);
  });

  it('a primary key that refers to another row is one to one', async () => {
    const { model } = await importSql(
      `${PEOPLE} CREATE TABLE profiles (person_id uuid PRIMARY KEY REFERENCES people, bio text)`,
    );
    expect(model.entities[2]).toEqual({
      name: 'Profile',
      timestamps: false,
      fields: [{ name: 'bio', type: 'text' }],
      relations: [
        { name: 'person', kind: 'oneToOne', target: 'Person', required: true },
      ],
    });
  });

  it('what refers to nothing, or with two columns, is a field', async () => {
    const { model, notes } = await importSql(
      'CREATE TABLE a (id uuid PRIMARY KEY, b_id int REFERENCES b, c int, d int, FOREIGN KEY (c, d) REFERENCES a (x, y))',
    );
    expect(model.entities[0].fields?.map(({ name }) => name)).toEqual([
      'b_id',
      'c',
      'd',
    ]);
    expect(notes.map(note => note.message)).toEqual([
      expect.stringContaining('not in the source'),
      expect.stringContaining('over c, d is left out'),
    ]);
  });
});

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
