import {
  type ModelDocument,
  type ResolvedEntity,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import { exampleModels } from '../../__testUtils__/exampleModels';
import { startPostgres, type TestPostgres } from '../../__testUtils__/postgres';
import { identifier } from './literals';
import { writeSql } from './writeSql';

jest.setTimeout(180_000);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const COLUMNS = `
  SELECT table_name, column_name, is_nullable = 'NO' AS required,
    col_description(format('trial.%I', table_name)::regclass, ordinal_position) AS description
  FROM information_schema.columns WHERE table_schema = 'trial'
  ORDER BY table_name, ordinal_position`;

function expectedColumns(entity: ResolvedEntity) {
  const builtIn = (name: string, required: boolean) => ({
    column_name: name,
    required,
    description: null,
  });
  const told = (column: string, required: boolean, description: string) => ({
    column_name: column,
    required,
    description: description || null,
  });
  return [
    builtIn('id', true),
    ...entity.fields.map(({ column, required, description }) =>
      told(column, required, description),
    ),
    ...entity.relations
      .filter(({ join }) => !join)
      .map(({ column, required, description }) =>
        told(column, required, description),
      ),
    ...(entity.owned ? [builtIn('owner_id', true)] : []),
    ...(entity.timestamps
      ? [builtIn('created_at', true), builtIn('updated_at', true)]
      : []),
    ...(entity.softDelete ? [builtIn('deleted_at', false)] : []),
  ].map(column => ({ table_name: entity.table, ...column }));
}

/** The database has the tables, columns, keys and indexes of the model. */
async function expectTables(document: ModelDocument) {
  const { entities } = resolveModel(document);
  const joins = entities.flatMap(({ relations }) =>
    relations.flatMap(({ join }) => (join ? [join.table] : [])),
  );
  await postgres.inSchema(writeSql(resolveModel(document)), async () => {
    const columns = await postgres.rows(COLUMNS);
    const byTable = (tables: string[]) =>
      columns.filter(({ table_name: table }) => tables.includes(String(table)));
    for (const entity of entities)
      expect(byTable([entity.table])).toEqual(expectedColumns(entity));
    expect(byTable(joins)).toHaveLength(2 * joins.length);

    const [{ keys }] = await postgres.rows(`
      SELECT count(*)::int AS keys FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'trial'::regnamespace`);
    const relations = entities.flatMap(entity => entity.relations);
    expect(keys).toBe(relations.length + joins.length);

    const indexes = await postgres.rows(
      `SELECT indexname FROM pg_indexes WHERE schemaname = 'trial'`,
    );
    expect(indexes.map(({ indexname }) => indexname)).toEqual(
      expect.arrayContaining([
        ...relations.map(({ indexName }) => indexName),
        ...entities.flatMap(({ fields }) =>
          fields
            .filter(({ unique, index }) => unique || index)
            .map(({ unique, uniqueName, indexName }) =>
              unique ? uniqueName : indexName,
            ),
        ),
      ]),
    );
  });
}

const NESTED = ['json', 'array', 'object'];

/** The first example of each field, with one column as the test wants it. */
function insertOf(entity: ResolvedEntity, changes: Record<string, unknown>) {
  const row = {
    id: entity.id === 'integer' ? 1 : '00000000-0000-4000-8000-000000000001',
    ...Object.fromEntries(
      entity.fields.map(({ column, type, examples: [value] }) => [
        column,
        NESTED.includes(type) ? JSON.stringify(value) : value,
      ]),
    ),
    ...changes,
  };
  const columns = Object.keys(row).map(identifier);
  return {
    text: `INSERT INTO ${identifier(entity.table)} (${columns.join(
      ', ',
    )}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    values: Object.values(row),
  };
}

const CHECKED: ModelDocument = {
  entities: [
    {
      name: 'Thing',
      timestamps: false,
      fields: [
        { name: 'code', type: 'string', pattern: "^[A-Z'\\\\]{2,4}$" },
        { name: 'name', type: 'string', minLength: 2, maxLength: 3 },
        { name: 'body', type: 'text', maxLength: 3 },
        { name: 'level', type: 'integer', minimum: -1, maximum: 5 },
        { name: 'price', type: 'decimal', minimum: '0.50', maximum: '9.99' },
        { name: 'born', type: 'date', minimum: '1900-01-01' },
        { name: 'status', type: 'enum', values: ["it's", 'b\\c', 'plain'] },
      ],
    },
  ],
};

describe('writeSql', () => {
  it('writes tables, comments, indexes and references', () => {
    const model = resolveModel({
      entities: [
        {
          name: 'User',
          owned: true,
          softDelete: true,
          description: "It's a \\ user",
          fields: [
            { name: 'order', type: 'email', required: true, unique: true },
          ],
          relations: [
            {
              name: 'boss',
              kind: 'oneToOne',
              target: 'User',
              onDelete: 'setNull',
            },
            { name: 'tags', kind: 'manyToMany', target: 'Tag' },
          ],
        },
        {
          name: 'Tag',
          plural: 'All',
          id: 'integer',
          timestamps: false,
          fields: [
            { name: 'label', type: 'string', default: "o'", index: true },
          ],
        },
      ],
    });
    expect(writeSql(model)).toMatchInlineSnapshot(`
      "CREATE TABLE users (
        id uuid PRIMARY KEY,
        order_ varchar(254) NOT NULL,
        boss_id uuid,
        owner_id varchar(255) NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz
      );

      CREATE TABLE users_tags (
        user_id uuid NOT NULL,
        tag_id integer NOT NULL,
        PRIMARY KEY (user_id, tag_id)
      );

      CREATE TABLE "all" (
        id serial PRIMARY KEY,
        label varchar(255) DEFAULT 'o'''
      );

      COMMENT ON TABLE users IS E'It''s a \\\\ user';

      CREATE UNIQUE INDEX users_order_key ON users (order_) WHERE deleted_at IS NULL;
      CREATE UNIQUE INDEX users_boss_id_idx ON users (boss_id) WHERE deleted_at IS NULL;
      CREATE INDEX users_tags_tag_id_idx ON users_tags (tag_id);
      CREATE INDEX users_owner_id_idx ON users (owner_id);
      CREATE INDEX all_label_idx ON "all" (label);

      ALTER TABLE users
        ADD CONSTRAINT users_boss_id_fkey FOREIGN KEY (boss_id)
        REFERENCES users (id) ON DELETE SET NULL;
      ALTER TABLE users_tags
        ADD CONSTRAINT users_tags_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
      ALTER TABLE users_tags
        ADD FOREIGN KEY (tag_id)
        REFERENCES "all" (id) ON DELETE CASCADE;
      "
    `);
  });

  it.each(Object.keys(exampleModels()))(
    'gives PostgreSQL the tables of the example %s',
    name => expectTables(exampleModels()[name]),
  );

  it('gives PostgreSQL the tables of any model', async () => {
    const law = fc.asyncProperty(
      validModels({ database: 'postgres' }),
      expectTables,
    );
    await fc.assert(law, { numRuns: 100 });
  });

  it('takes the examples of any model', async () => {
    const law = fc.asyncProperty(
      validModels({ maxRelations: 0, database: 'postgres' }),
      async document => {
        const model = resolveModel({
          entities: document.entities.map(entity => ({
            ...entity,
            timestamps: false,
            owned: false,
          })),
        });
        await postgres.inSchema(writeSql(model), async () => {
          for (const entity of model.entities)
            await postgres.client.query(insertOf(entity, {}));
        });
      },
    );
    await fc.assert(law, { numRuns: 100 });
  });

  it.each([
    ['code', "AB'", 'ABCDE'],
    ['code', '\\\\', 'ab'],
    ['name', 'abc', 'a'],
    ['body', 'äöü', 'abcd'],
    ['level', -1, -2],
    ['level', 5, 6],
    ['price', '0.50', '0.49'],
    ['price', '9.99', '10.00'],
    ['born', '1900-01-01', '1899-12-31'],
    ['status', "it's", 'its'],
    ['status', 'b\\c', 'bc'],
  ])('takes %s %j and refuses %j', async (column, good, bad) => {
    const [entity] = resolveModel(CHECKED).entities;
    await postgres.inSchema(writeSql(resolveModel(CHECKED)), async () => {
      await postgres.client.query(insertOf(entity, { [column]: good }));
      await postgres.client.query('DELETE FROM things');
      await expect(
        postgres.client.query(insertOf(entity, { [column]: bad })),
      ).rejects.toThrow(/violates check constraint/);
    });
  });
});
