import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  nameForms,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import {
  SCHEMA,
  startPostgres,
  type TestPostgres,
} from '../../__testUtils__/postgres';
import { importModel } from '../importModel';

jest.setTimeout(180_000);

const text = readFileSync(
  resolve(__dirname, '../__fixtures__/sakila.sql'),
  'utf8',
);

/** The dump without what psql itself reads, in a schema of the test. */
const statements = text
  .replace(/^\\connect .*$/m, '')
  .replace(/^COPY [^]*?^\\\.$/m, '')
  .replaceAll('public.', `${SCHEMA}.`);

const COLUMNS = `
  SELECT table_name, column_name, character_maximum_length, numeric_scale,
    CASE data_type WHEN 'numeric' THEN numeric_precision END AS precision,
    is_nullable = 'NO' AS required, column_default LIKE '%now%' AS computed
  FROM information_schema.columns WHERE table_schema = '${SCHEMA}'`;

const REFERENCES = `
  SELECT source.relname AS source, attribute.attname AS name,
    target.relname AS target, key.confdeltype AS deletion
  FROM pg_constraint key
  JOIN pg_class source ON source.oid = key.conrelid
  JOIN pg_class target ON target.oid = key.confrelid
  JOIN pg_attribute attribute
    ON attribute.attrelid = source.oid AND attribute.attnum = key.conkey[1]
  WHERE key.contype = 'f' AND key.connamespace = '${SCHEMA}'::regnamespace
    AND NOT source.relispartition`;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Every field as PostgreSQL would describe its column. */
function columnsOf(model: ModelDocument) {
  return model.entities.flatMap(({ name, fields = [] }) =>
    fields.map(field => ({
      table: nameForms(name).snake,
      column: field.name,
      length: field.type === 'string' ? field.maxLength : undefined,
      precision: field.precision,
      required: field.required ?? false,
    })),
  );
}

describe('the model of Sakila', () => {
  it('has the columns that PostgreSQL has', async () => {
    const { model } = await importModel({ format: 'sql', text });
    await postgres.inSchema(statements, async () => {
      const rows = await postgres.rows(COLUMNS);
      const found = new Map(
        rows.map(row => [`${row.table_name}.${row.column_name}`, row]),
      );
      const columns = columnsOf(model);
      expect(columns.length).toBeGreaterThan(30);
      expect(columns).toEqual(
        columns.map(({ table, column }) => {
          const row = found.get(`${table}.${column}`);
          return {
            table,
            column,
            length: row?.character_maximum_length ?? undefined,
            precision: row?.precision ?? undefined,
            required: row?.required === true && row.computed !== true,
          };
        }),
      );
    });
  });

  it('has the foreign keys that PostgreSQL has', async () => {
    const { model } = await importModel({ format: 'sql', text });
    const relations = model.entities.flatMap(({ name, relations: own = [] }) =>
      own
        .filter(({ kind }) => kind !== 'manyToMany')
        .map(
          relation =>
            `${nameForms(name).snake}.${relation.name}_id ${
              nameForms(relation.target).snake
            } ${relation.onDelete ?? 'restrict'}`,
        ),
    );
    await postgres.inSchema(statements, async () => {
      const deletions = new Map([
        ['c', 'cascade'],
        ['n', 'setNull'],
      ]);
      const rows = await postgres.rows(REFERENCES);
      const keys = rows
        .filter(
          ({ source }) =>
            !['film_actor', 'film_category'].includes(String(source)),
        )
        .map(
          ({ source, name, target, deletion }) =>
            `${source}.${name} ${target} ${
              deletions.get(String(deletion)) ?? 'restrict'
            }`,
        );
      expect([...relations].sort()).toEqual([...keys].sort());
    });
  });
});
