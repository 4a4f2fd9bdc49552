import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FieldDocument } from '@perennial/plugin-perennial-common';
import { arrow } from '../../__testUtils__/arrow';
import { importModel } from '../importModel';

const text = readFileSync(
  resolve(__dirname, '../__fixtures__/online-shop.jdl'),
  'utf8',
);

function importJdl(source: string) {
  return importModel({ format: 'jdl', text: source });
}

/** Where no note is to be expected. */
const NOTHING = /^$/;

describe('a field', () => {
  it.each<[string, Omit<FieldDocument, 'name'> | undefined, RegExp?]>([
    ['String', { type: 'string' }],
    [
      'String required unique',
      { type: 'string', required: true, unique: true },
    ],
    [
      'String minlength(2) maxlength(LONG) pattern(/^a/b$/)',
      { type: 'string', minLength: 2, maxLength: 50, pattern: '^a/b$' },
    ],
    ['String pattern(/[A-Z]{3}/)', { type: 'string', pattern: '^[A-Z]{3}$' }],
    ['String pattern(/a|b/)', { type: 'string', pattern: '^(?:a|b)$' }],
    ['String pattern(/a\\$/)', { type: 'string', pattern: '^a\\$$' }],
    [
      'Long max(9007199254740993)',
      { type: 'bigInteger', maximum: '9007199254740993' },
    ],
    ['Integer min(-1) max(10)', { type: 'integer', minimum: -1, maximum: 10 }],
    ['Long', { type: 'bigInteger' }],
    [
      'BigDecimal min(0.5)',
      { type: 'decimal', precision: 21, scale: 2, minimum: 0.5 },
    ],
    ['Float', { type: 'number' }],
    ['Double', { type: 'number' }],
    ['Boolean', { type: 'boolean' }],
    ['LocalDate', { type: 'date' }],
    ['LocalTime', { type: 'time' }],
    ['ZonedDateTime', { type: 'dateTime' }],
    ['Instant', { type: 'dateTime' }],
    ['UUID', { type: 'uuid' }],
    ['TextBlob', { type: 'text' }],
    ['Mood', { type: 'enum', values: ['SAD', 'OK'] }],
    ['Duration', { type: 'string' }, /becomes text/],
    ['Nothing', { type: 'string' }, /no type and no enum Nothing/],
    ['TextBlob maxbytes(9)', { type: 'text' }, /maxbytes 9 is left out/],
    ['String min(3)', { type: 'string' }, /minimum is left out/],
    ['AnyBlob', undefined, /Binary data/],
  ])('%s', async (type, expected, message = NOTHING) => {
    const { model, notes } = await importJdl(
      `LONG = 50\nenum Mood { SAD, OK }\nentity Thing { f ${type}\n g Integer }`,
    );
    expect(model.entities[0]).toEqual({
      name: 'Thing',
      id: 'integer',
      timestamps: false,
      fields: [
        ...(expected ? [{ name: 'f', ...expected }] : []),
        { name: 'g', type: 'integer' },
      ],
    });
    expect(notes.map(note => note.message).join('\n')).toMatch(message);
  });

  it.each<[string, string | undefined, string[]]>([
    ['@Id key UUID', 'uuid', ['a']],
    ['id Long', 'integer', ['a']],
    ['@Id code String', undefined, ['code', 'a']],
  ])('may be the id: %s', async (field, id, names) => {
    const { model } = await importJdl(`entity Thing { ${field}, a String }`);
    expect(model.entities[0].id).toBe(id);
    expect(model.entities[0].fields?.map(({ name }) => name)).toEqual(names);
  });
});

describe('an online shop', () => {
  it('becomes its entities and relations', async () => {
    const { model } = await importJdl(text);
    expect(
      Object.fromEntries(
        model.entities.map(({ name, relations = [] }) => [
          name,
          relations.map(arrow),
        ]),
      ),
    ).toEqual({
      Category: [
        'parent: manyToOne Category',
        'product: manyToMany Product (category)',
      ],
      Product: [
        'wishList: manyToOne WishList (product)',
        'tag: manyToMany Tag',
      ],
      Customer: ['favourite: oneToOne Product'],
      Address: ['customer: manyToOne Customer cascade (address)'],
      WishList: ['customer: manyToOne Customer! (wishList)'],
      Tag: [],
    });
    expect(model.entities[0]).toMatchObject({
      description: 'What is on sale,\nsorted.',
      fields: [
        { name: 'description', required: true, maxLength: 100 },
        { name: 'sortOrder', minimum: 0, maximum: 999 },
        { name: 'dateAdded', type: 'date' },
        { name: 'status', values: ['AVAILABLE', 'RESTRICTED', 'DISABLED'] },
      ],
    });
    expect(model.entities[1]).toMatchObject({
      name: 'Product',
      plural: 'stock_items',
    });
    expect(model.entities[1].fields?.[0].description).toBe('On the shelf');
    expect(model.entities[2]).toEqual({
      name: 'Customer',
      id: 'uuid',
      fields: [
        { name: 'firstName', type: 'string' },
        {
          name: 'email',
          type: 'string',
          required: true,
          unique: true,
          pattern: '^[^@\\s]+@[^@\\s]+$',
        },
      ],
      relations: [{ name: 'favourite', kind: 'oneToOne', target: 'Product' }],
    });
  });

  it('says what became of the rest', async () => {
    const { notes } = await importJdl(text);
    expect(notes.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'entity Product, field image',
        'entity Product, field lead',
        'entity Tag',
        'relationship Address{user} to User',
        'relationships',
        expect.stringMatching(
          /^application, deployment, paginate, dto, use, skipClient, @dto/,
        ),
      ]),
    );
  });

  it('may end with a comment', async () => {
    const { model } = await importJdl('entity A { b String } /** the end */');
    expect(model.entities).toHaveLength(1);
  });

  it('is refused where it never ends, however long it is', async () => {
    const endless = `entity A { ${'b String pattern(/ '.repeat(200_000)}`;
    await expect(importJdl(endless)).rejects.toThrow(/line 1/);
  });
});

describe('what is declared twice', () => {
  const twice = `
    entity A { old String }
    enum Mood { SAD }
    entity B { mood Mood, mood2 Mood, mood Integer }
    enum Mood { HAPPY, GLAD }
    entity A { new String }
    relationship ManyToOne { A{b} to B{as}, A{b} to B{as} }`;

  it('is what was declared last', async () => {
    const { model } = await importJdl(twice);
    expect(model.entities).toEqual([
      {
        ...{ name: 'A', id: 'integer', timestamps: false },
        fields: [{ name: 'new', type: 'string' }],
        relations: [
          { name: 'b', kind: 'manyToOne', target: 'B', inverse: 'as' },
        ],
      },
      {
        ...{ name: 'B', id: 'integer', timestamps: false },
        fields: [
          { name: 'mood', type: 'integer' },
          { name: 'mood2', type: 'enum', values: ['HAPPY', 'GLAD'] },
        ],
      },
    ]);
  });

  it('is noted once', async () => {
    const { notes } = await importJdl(twice);
    const message = (line: number) =>
      `It is declared twice: as in JHipster, the last one counts, in line ${line}.`;
    expect(notes).toEqual([
      { place: 'entity A', line: 2, message: message(6) },
      { place: 'enum Mood', line: 3, message: message(5) },
      { place: 'entity B, field mood', line: 4, message: message(4) },
      { place: 'relationship A{b} to B{as}', line: 7, message: message(7) },
    ]);
  });
});

it('names what relationships, enums and tables lose', async () => {
  const { notes } = await importJdl(`
    entity A(t_a) { @Hidden b Mood }
    entity B { c String }
    enum Mood { SAD("sad") }
    relationship ManyToMany { A{bs required} to B{as} }
    relationship OneToMany { A{cs required} to B{e} }
    relationship OneToOne { @Id A{d} to B }`);
  expect(notes.map(({ place, message }) => `${place}: ${message}`)).toEqual([
    'relationship A{bs} to B{as}: A model does not say that each A needs a B: it may have none.',
    'relationship A{cs} to B{e}: A model does not say that each A needs a B: it may have none.',
    'relationship A{d} to B: A and B share no id in the model: each row has one of its own.',
    expect.stringMatching(/^@Hidden: They steer/) as string,
    'enums: The texts in brackets are left out: a model has the values themselves.',
    'entities: Names of tables are not kept: they follow from the names of entities.',
  ]);
});
