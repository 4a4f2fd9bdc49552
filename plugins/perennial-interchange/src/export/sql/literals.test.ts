import fc from 'fast-check';
import { startPostgres, type TestPostgres } from '../../__testUtils__/postgres';
import { identifier, textLiteral } from './literals';

jest.setTimeout(180_000);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe('identifier', () => {
  it('is a name to PostgreSQL, whatever word it is', async () => {
    const words = await postgres.rows('SELECT word FROM pg_get_keywords()');
    expect(words.length).toBeGreaterThan(400);
    const names = words.map(({ word }) => identifier(String(word)));
    await postgres.inSchema(
      `CREATE TABLE words (${names.map(name => `${name} int`).join(', ')});
       ${names
         .map(name => `CREATE TABLE ${name} (${name} int CHECK (${name} > 0));`)
         .join('\n')}`,
      async () => {},
    );
  });
});

describe('textLiteral', () => {
  it.each(['on', 'off'])(
    'is the text where standard_conforming_strings is %s',
    async setting => {
      await postgres.client.query(
        `SET standard_conforming_strings = ${setting}; SET escape_string_warning = off`,
      );
      const texts = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom("'", '\\', '"', '$', '\n', 'a') }),
      );
      const law = fc.asyncProperty(
        texts.filter(text => !text.includes('\u0000')),
        async text => {
          const sql = `SELECT ${textLiteral(text)} AS text`;
          expect(await postgres.rows(sql)).toEqual([{ text }]);
        },
      );
      await fc.assert(law, { numRuns: 200 });
    },
  );
});
