import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REFUSED_NAMES } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { expectModelOrInputError, mutated } from '../__testUtils__/anySource';
import type { ImportFormat } from './types';

jest.setTimeout(120_000);

const FIXTURES: [ImportFormat, string][] = [
  ['sql', 'sakila.sql'],
  ['prisma', 'signing.prisma'],
  ['jdl', 'online-shop.jdl'],
];

/** What importModel says of an error that was not meant for people. */
const CRASH = /Simplify the part/;

const name = fc.oneof(
  fc.constantFrom(
    ...REFUSED_NAMES,
    ...[
      'id',
      'ID',
      'created_at',
      'owner',
      'owner_id',
      'pg_a',
      'select',
      '_',
      'a',
    ],
  ),
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,70}$/),
);

describe.each(FIXTURES)('an import of %s', (format, fixture) => {
  const text = readFileSync(
    resolve(__dirname, '__fixtures__', fixture),
    'utf8',
  );

  it('makes a valid model of its fixture, or says what is wrong, however it is damaged', async () => {
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(mutated(text), async source => {
        found.add(await expectModelOrInputError(format, source, CRASH));
      }),
      { numRuns: 40 },
    );
    expect(found).toEqual(new Set(['model', 'error']));
  });

  it('takes any text for one or the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async source => {
        await expectModelOrInputError(format, source, CRASH);
      }),
    );
  });
});

/** A source of two entities that refer to each other, and whose members all have these names. */
const WRITERS: [ImportFormat, (names: string[]) => string][] = [
  [
    'sql',
    ([a, b, c]) => `
      CREATE TABLE "${a}" ("${b}" uuid PRIMARY KEY, "${c}" text UNIQUE);
      CREATE TABLE "${c}.${a}" ("${a}" uuid PRIMARY KEY, "${c}" uuid REFERENCES "${a}", "${b} ${c}" int);
      COMMENT ON TABLE "${a}" IS '\${{ ${b} }}';`,
  ],
  [
    'prisma',
    ([a, b, c]) => `
model ${a} {\n  ${b} Int @id\n  ${c} String\n x${a} y${c}[]\n}
model y${c} {\n  ${a} Int @id\n  ${b} ${a}? @relation(fields: [${c}], references: [${b}])\n  ${c} Int?\n}`,
  ],
  [
    'jdl',
    ([a, b, c]) => `
      entity ${a} { ${b} String, ${c} Integer }
      entity y${c} { ${a} String, ${b} String }
      relationship OneToMany { ${a}{${c}} to y${c}{${b}} }
      relationship ManyToMany { ${a}{${a}} to ${a}{${c}} }`,
  ],
];

it.each(WRITERS)('of %s takes any names', async (format, write) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, {
        minLength: 3,
        maxLength: 3,
        selector: text => text.toLowerCase(),
      }),
      async names => {
        await expectModelOrInputError(format, write(names), CRASH);
      },
    ),
  );
});
