import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { idsIn, readAll } from '../fixtures/pages';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { expectStatus, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'search';
const ROOM = 40;

/** q. */
export const searching: CheckGroup = {
  id: group,
  title: 'Searching a collection',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  if (entity.searchable.length === 0) {
    return [
      check('q is refused where nothing is searchable', async ({ client }) => {
        expectProblem(await client.get(entity.path, [['q', 'a']]), 422);
      }),
    ];
  }
  const free = entity.searchable.filter(isFree);
  return [
    check('q that no row holds finds nothing', async ({ client, values }) => {
      await finds({ client, entity }, values.word(20), [], []);
    }),
    check('q is repeated: 422', async ({ client }) => {
      const answer = await client.get(entity.path, [
        ['q', 'a'],
        ['q', 'b'],
      ]);
      expectProblem(answer, 422);
    }),
    check(
      'q of any characters is no error of the service',
      async ({ client }) => {
        for (const text of [
          "'",
          '"',
          '\\',
          '%',
          '_',
          '(',
          '[',
          '*',
          '.*',
          '$',
          '\u{1f600}',
          'x'.repeat(2000),
        ]) {
          expectStatus(await client.get(entity.path, [['q', text]]), 200, 422);
        }
        expectStatus(
          await client.get(entity.path, [['q', 'a\u0000']]),
          200,
          422,
        );
        expectStatus(await client.get(entity.path, [['q', '']]), 200, 422);
      },
    ),
    ...free.flatMap(field => fieldChecks(field, check)),
  ];
}

/** True for a field that takes any text, so that a search can be staged in it. */
function isFree(field: ResolvedField): boolean {
  return (
    (field.type === 'string' || field.type === 'text') &&
    field.pattern === undefined &&
    (field.maxLength ?? 255) >= ROOM
  );
}

function fieldChecks(
  field: ResolvedField,
  check: (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => Check,
): Check[] {
  const staged = (
    name: string,
    texts: (word: string) => { query: string; found: string; other: string },
  ) =>
    check(`q in "${field.name}" ${name}`, async context => {
      const { entity, rows, client, values } = context;
      const { query, found, other } = texts(values.word(10));
      const pad = (text: string) => text.padEnd(field.minLength ?? 0, '.');
      const hit = await rows.make(entity, { [field.name]: pad(found) });
      const miss = await rows.make(entity, { [field.name]: pad(other) });
      await finds({ client, entity }, query, [hit.id], [miss.id]);
    });
  return [
    staged('finds a substring', word => ({
      query: word.slice(2, 9),
      found: `a ${word} b`,
      other: `a ${word.slice(0, 6)}`,
    })),
    staged('ignores case', word => ({
      query: word.toUpperCase(),
      found: `${word[0].toUpperCase()}${word.slice(1)}`,
      other: 'other',
    })),
    staged('ignores the case of letters beyond ASCII', word => ({
      query: `${word}éж`,
      found: `${word}ÉЖ`,
      other: `${word}eж`,
    })),
    staged('takes % literally', word => ({
      query: `${word}%z`,
      found: `${word}%z`,
      other: `${word}abz`,
    })),
    staged('takes _ literally', word => ({
      query: `${word}_z`,
      found: `${word}_z`,
      other: `${word}az`,
    })),
    staged('takes \\ literally', word => ({
      query: `${word}\\z`,
      found: `${word}\\z`,
      other: `${word}z`,
    })),
    staged('takes characters of regular expressions literally', word => ({
      query: `${word}.*[a]`,
      found: `${word}.*[a]`,
      other: `${word}xxa`,
    })),
    staged('takes quotes literally', word => ({
      query: `${word}'"`,
      found: `${word}'"`,
      other: `${word}"'`,
    })),
    staged('finds characters beyond the basic plane', word => ({
      query: `${word}😀`,
      found: `${word}😀`,
      other: `${word}😁`,
    })),
  ];
}

async function finds(
  context: Pick<EntityContext, 'client' | 'entity'>,
  query: string,
  hits: unknown[],
  misses: unknown[],
): Promise<void> {
  const ids = idsIn(
    await readAll(context.client, context.entity, [['q', query]]),
  );
  expectThat(
    hits.every(hit => ids.includes(hit)),
    `q=${query} does not find the row that holds it`,
    { expected: hits, received: ids },
  );
  expectThat(
    !misses.some(miss => ids.includes(miss)),
    `q=${query} finds a row that does not hold it`,
    { expected: hits, received: ids },
  );
  if (hits.length === 0) {
    expectThat(ids.length === 0, `q=${query} finds rows`, { received: ids });
  }
}
