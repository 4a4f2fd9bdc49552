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
        'relationship Address to User',
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

describe('a file that is wrong', () => {
  it.each([
    ['entity A {\n  b\n}', /line 3, column 1\).*"}" is not expected/],
    ['entity A {\n  b String', /line 2, column 5\).*ends in the middle/],
    ['entity A {\n  b String `\n}', /line 2, column 12\).*"`" is not/],
    ['relationship OneToFew {\n}', /line 1, column 23\).*"\{" is not/],
    [`application ${'{'.repeat(100_000)}`, /line 1\).*nested too deeply/],
    ['enum A { B }', /no entity/],
  ])('is refused: %#', async (source, message) => {
    await expect(importJdl(source)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });
});
