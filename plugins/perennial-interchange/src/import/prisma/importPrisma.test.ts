import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FieldDocument } from '@perennial/plugin-perennial-common';
import { arrow } from '../../__testUtils__/arrow';
import { importModel } from '../importModel';

const text = readFileSync(
  resolve(__dirname, '../__fixtures__/signing.prisma'),
  'utf8',
);

function importPrisma(source: string) {
  return importModel({ format: 'prisma', text: source });
}

/** The notes that are not about the whole schema. */
function ownNotes(notes: { place: string; message: string }[]): string {
  return notes
    .filter(({ place }) => place !== 'schema')
    .map(({ message }) => message)
    .join('\n');
}

/** Where no note is to be expected. */
const NOTHING = /^$/;

const MORE = `
enum Mood {
  SAD
  OK
}
type Size {
  width Float
  inner Size[]
}`;

describe('a field', () => {
  it.each<[string, Omit<FieldDocument, 'name'> | undefined, RegExp?]>([
    ['String', { type: 'string', required: true }],
    ['String?', { type: 'string' }],
    ['String @db.Text', { type: 'text', required: true }],
    ['String? @db.VarChar(20)', { type: 'string', maxLength: 20 }],
    ['String? @db.Uuid', { type: 'uuid' }],
    ['Int?', { type: 'integer' }],
    ['Int? @db.SmallInt', { type: 'integer', minimum: -32768, maximum: 32767 }],
    ['BigInt? @default(12)', { type: 'bigInteger', default: '12' }],
    ['Float? @default(1.5)', { type: 'number', default: 1.5 }],
    ['Boolean? @default(true)', { type: 'boolean', default: true }],
    [
      'Decimal? @default(-1.5) @db.Decimal(8, 2)',
      { type: 'decimal', precision: 8, scale: 2, default: '-1.5' },
    ],
    ['Decimal?', { type: 'decimal', precision: 38, scale: 10 }, /38 digits/],
    ['DateTime?', { type: 'dateTime' }],
    ['DateTime? @db.Date', { type: 'date' }],
    ['DateTime? @db.Time(6)', { type: 'time' }],
    ['DateTime @default(now())', { type: 'dateTime' }, /computed/],
    ['DateTime @updatedAt', { type: 'dateTime' }, /computed/],
    ['String @default(uuid())', { type: 'string' }, /computed/],
    ['String @default(dbgenerated("x()"))', { type: 'string' }, /computed/],
    ['Json? @default("{\\"a\\": 1}")', { type: 'json', default: { a: 1 } }],
    [
      'Mood? @default(OK)',
      { type: 'enum', values: ['SAD', 'OK'], default: 'OK' },
    ],
    [
      'Mood[] @default([OK])',
      {
        type: 'array',
        items: { type: 'enum', values: ['SAD', 'OK'] },
        default: ['OK'],
      },
    ],
    ['String[]', { type: 'array', items: { type: 'string' } }],
    ['String? @unique', { type: 'string', unique: true }],
    [
      'Size?',
      {
        type: 'object',
        fields: [
          { name: 'width', type: 'number', required: true },
          { name: 'inner', type: 'array', items: { type: 'json' } },
        ],
      },
    ],
    ['Unsupported("circle")?', { type: 'text' }, /does not support/],
    ['Nowhere?', { type: 'json' }, /no Nowhere/],
    ['Bytes', undefined, /Binary data/],
    ['String @ignore', undefined, /@ignore/],
  ])('%s', async (type, expected, message = NOTHING) => {
    const { model, notes } = await importPrisma(
      `model Thing {\n  id String @id @default(uuid())\n  f ${type}\n  g Int?\n}${MORE}`,
    );
    const [found] = (model.entities[0].fields ?? []).filter(
      ({ name }) => name === 'f',
    );
    expect(found).toEqual(expected && { name: 'f', ...expected });
    expect(ownNotes(notes)).toMatch(message);
  });

  it('is described by the comments around it, and indexed by those of its model', async () => {
    const { model } = await importPrisma(`
/// What we
/// sell
model Thing {
  key String @id @default(uuid()) @db.Uuid
  /// before
  a String? // no
  b String? /// after
  @@unique([a])
  @@index([b(sort: Desc)])
  @@index([a, b])
}`);
    expect(model.entities[0]).toEqual({
      name: 'Thing',
      description: 'What we\nsell',
      id: 'uuid',
      timestamps: false,
      fields: [
        { name: 'a', type: 'string', description: 'before', unique: true },
        { name: 'b', type: 'string', description: 'after', index: true },
      ],
    });
  });
});

describe('a relation', () => {
  it.each<[string, string, string, string[]]>([
    [
      'to itself',
      'parentId Int?\n parent Thing? @relation("tree", fields: [parentId], references: [id])\n children Thing[] @relation("tree")',
      '',
      ['parent: manyToOne Thing setNull (children)'],
    ],
    [
      'of many to many',
      'others Other[]',
      'things Thing[]',
      ['others: manyToMany Other (things)'],
    ],
    [
      'of many to many with itself',
      'likes Thing[] @relation("l")\n likedBy Thing[] @relation("l")',
      '',
      ['likes: manyToMany Thing (likedBy)'],
    ],
    [
      'of one to one',
      'otherId Int @unique\n other Other @relation(fields: [otherId], references: [id], onDelete: NoAction)',
      'thing Thing?',
      ['other: oneToOne Other! restrict (thing)'],
    ],
    [
      'twice to the same',
      'aId Int\n bId Int\n a Other @relation("a", fields: [aId], references: [id])\n b Other @relation(name: "b", fields: [bId], references: [id])',
      'as Thing[] @relation("a")\n bs Thing[] @relation("b")',
      ['a: manyToOne Other! (as)', 'b: manyToOne Other! (bs)'],
    ],
    [
      'of MongoDB',
      'otherIDs Int[]\n others Other[] @relation(fields: [otherIDs], references: [id])',
      'thingIDs Int[]\n things Thing[] @relation(fields: [thingIDs], references: [id])',
      ['others: manyToMany Other (things)'],
    ],
  ])('%s', async (_what, own, others, expected) => {
    const { model } = await importPrisma(
      `model Thing {\n id Int @id\n name String?\n ${own}\n}\nmodel Other {\n id Int @id\n name String?\n ${others}\n}`,
    );
    expect(
      model.entities.flatMap(({ relations = [] }) => relations).map(arrow),
    ).toEqual(expected);
    expect(
      model.entities.map(({ fields }) => fields?.map(({ name }) => name)),
    ).toEqual([['name'], ['name']]);
  });
});

describe('a schema of people who sign documents', () => {
  it('becomes its entities and relations', async () => {
    const { model } = await importPrisma(text);
    expect(
      Object.fromEntries(
        model.entities.map(({ name, relations = [] }) => [
          name,
          relations.map(arrow),
        ]),
      ),
    ).toEqual({
      User: ['teams: manyToMany Team (members)'],
      UserProfile: ['user: oneToOne User! cascade (profile)'],
      Team: ['owner_user: manyToOne User! (ownedTeams)'],
      Document: [
        'tags: manyToMany Tag (documents)',
        'user: manyToOne User! cascade (documents)',
        'data: oneToOne DocumentData! cascade (document)',
        'team: manyToOne Team setNull (documents)',
      ].sort((left, right) => order(left) - order(right)),
      DocumentData: [],
      DocumentMeta: ['document: oneToOne Document! cascade (meta)'],
      Recipient: ['document: manyToOne Document cascade (recipients)'],
      Field: ['recipient: manyToOne Recipient! (fields)'],
      Tag: [],
    });
  });

  it('says what became of the rest', async () => {
    const { notes } = await importPrisma(text);
    expect(notes.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'schema',
        'model User, field lastSignedIn',
        'model Team, field owner',
        'model DocumentData, field data',
        'model DocumentData, field id',
        'model Recipient',
        'model Field, field secondaryId',
        'model Tag, field slug',
        'model Migration',
        'view Overview',
      ]),
    );
  });
});

/** The relations of Document stand in the order of its fields. */
function order(relation: string): number {
  return ['user', 'data', 'tags', 'team'].indexOf(relation.split(':')[0]);
}

describe('a schema that is wrong', () => {
  it.each([
    ['model A {\n  id Int @\n}', /line 2, column 11\).*`prisma validate`/],
    ['model A {\n  id Int', /line 2.*end of input/],
    [
      'model A {\n  id Int @id\n  b\n}',
      /line 3, column 3\).*field b has no type/,
    ],
    ['Dear all', /line 1, column 1\).*"D"/],
    [
      `model A {\n  x Int @default(${'['.repeat(50_000)})\n}`,
      /nested too deeply/,
    ],
    ['enum A {\n B\n}', /no model/],
  ])('is refused: %#', async (source, message) => {
    await expect(importPrisma(source)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });
});
