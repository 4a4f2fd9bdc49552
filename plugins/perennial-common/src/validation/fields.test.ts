import type { FieldDocument } from '../model';
import { modelOf } from '../testing';
import { validateModel } from './validateModel';

const FIRST = 'entities[0].fields[0]';
const A: FieldDocument = { name: 'a', type: 'string' };

// prettier-ignore -- one case a line reads as the table that it is
/** A field, where the problem is, its message and its mend. */
const FIELDS: [string, unknown, string, RegExp, RegExp][] = [
  [
    'an unknown type',
    { name: 'a', type: 'strng' },
    '.type',
    /Unknown type "strng"/,
    /Did you mean string\?/,
  ],
  [
    'a type of another language',
    { name: 'a', type: 'varchar' },
    '.type',
    /Unknown type/,
    /Did you mean string\?/,
  ],
  ['a missing type', { name: 'a' }, '.type', /missing/, /one of string/],
  [
    'an unknown property',
    { ...A, requird: true },
    '.requird',
    /Unknown property/,
    /Did you mean required\?/,
  ],
  [
    'a property in null',
    { ...A, maxLength: null },
    '.maxLength',
    /null/,
    /number/,
  ],
  [
    'a default of a unique field',
    { ...A, unique: true, default: 'x' },
    '.default',
    /only one row/,
    /Remove/,
  ],
  [
    'a mark that turns the direction of text',
    { ...A, description: 'a\u202eb' },
    '.description',
    /U\+202E/,
    /Remove/,
  ],
  [
    'the name constructor',
    { ...A, name: 'constructor' },
    '.name',
    /JavaScript/,
    /Rename/,
  ],
  [
    'the name prototype',
    { ...A, name: 'Prototype' },
    '.name',
    /JavaScript/,
    /Rename/,
  ],
  [
    'the name __proto__',
    { ...A, name: '__proto__' },
    '.name',
    /cannot be a name/,
    /Rename/,
  ],
  [
    'a path for a name',
    { ...A, name: '../x' },
    '.name',
    /cannot be a name/,
    /Rename/,
  ],
  ['an empty name', { ...A, name: '' }, '.name', /empty/, /./],
  ['a number for a name', { ...A, name: 7 }, '.name', /found 7/, /text/],
  [
    'a name beyond ASCII',
    { ...A, name: 'größe' },
    '.name',
    /cannot be a name/,
    /English/,
  ],
  [
    'a name that is too long',
    { ...A, name: 'a'.repeat(64) },
    '.name',
    /64 characters/,
    /Shorten/,
  ],
  [
    'a column that is too long',
    { ...A, name: 'a'.repeat(63) },
    '.name',
    /63 bytes/,
    /Shorten/,
  ],
  [
    'a name that every entity has',
    { ...A, name: 'createdAt' },
    '.name',
    /built-in created_at/,
    /Rename/,
  ],
  [
    'the owner’s column',
    { ...A, name: 'owner_id' },
    '.name',
    /built-in owner_id/,
    /Rename/,
  ],
  [
    'crossing bounds',
    { name: 'a', type: 'integer', minimum: 5, maximum: 3 },
    '.minimum',
    /more than maximum 3/,
    /Swap/,
  ],
  [
    'crossing lengths',
    { ...A, minLength: 5, maxLength: 3 },
    '.minLength',
    /more than maxLength 3/,
    /Swap/,
  ],
  [
    'no length',
    { ...A, maxLength: 0 },
    '.maxLength',
    /room for nothing/,
    /1 or more/,
  ],
  [
    'an integer bound beyond 32 bits',
    { name: 'a', type: 'integer', maximum: 3e9 },
    '.maximum',
    /32 bits/,
    /Change/,
  ],
  [
    'a bound that is no number',
    { name: 'a', type: 'number', minimum: 'low' },
    '.minimum',
    /not a number/,
    /Change/,
  ],
  [
    'a bound that is no date',
    { name: 'a', type: 'date', minimum: '2026-02-30' },
    '.minimum',
    /not a date/,
    /Change/,
  ],
  [
    'a bound with lost digits',
    { name: 'a', type: 'bigInteger', maximum: 2 ** 60 },
    '.maximum',
    /quotes/,
    /Change/,
  ],
  [
    'a bound with too many digits',
    { name: 'a', type: 'decimal', scale: 2, minimum: 0.001 },
    '.minimum',
    /2 digits after/,
    /Change/,
  ],
  [
    'more scale than precision',
    { name: 'a', type: 'decimal', precision: 2, scale: 3 },
    '.scale',
    /precision 2/,
    /Set precision/,
  ],
  [
    'a default out of bounds',
    { name: 'a', type: 'integer', maximum: 3, default: 4 },
    '.default',
    /more than 3/,
    /Change/,
  ],
  [
    'a default of another type',
    { name: 'a', type: 'boolean', default: 'yes' },
    '.default',
    /not true or false/,
    /Change/,
  ],
  [
    'a default out of the enum',
    { name: 'a', type: 'enum', values: ['x'], default: 'y' },
    '.default',
    /not one of x/,
    /Change/,
  ],
  [
    'an example that does not match',
    { ...A, pattern: '^[a-z]+$', examples: ['A'] },
    '.examples[0]',
    /does not match/,
    /Change/,
  ],
  [
    'an enum without values',
    { name: 'a', type: 'enum' },
    '.values',
    /no values/,
    /List/,
  ],
  [
    'an enum with a value twice',
    { name: 'a', type: 'enum', values: ['x', 'x'] },
    '.values[1]',
    /twice/,
    /Remove/,
  ],
  [
    'an enum value with space around',
    { name: 'a', type: 'enum', values: ['x '] },
    '.values[0]',
    /white space/,
    /Remove/,
  ],
  [
    'a pattern that does not compile',
    { ...A, pattern: '(' },
    '.pattern',
    /not a regular expression/,
    /Mend/,
  ],
  [
    'a pattern that explodes',
    { ...A, pattern: '^(a+)+$' },
    '.pattern',
    /hold up the service/,
    /repetitions/,
  ],
  [
    'a pattern that is slow on long texts',
    { name: 'a', type: 'text', pattern: 'a+b' },
    '.pattern',
    /steps/,
    /maxLength/,
  ],
  [
    'a pattern that one dialect knows',
    { ...A, pattern: '(?=a)a' },
    '.pattern',
    /lookahead/,
    /alternatives/,
  ],
  [
    'constraints that leave nothing',
    { ...A, pattern: '^[a-z]{100}$', maxLength: 50 },
    '',
    /No value/,
    /examples/,
  ],
  [
    'a unique field of one value',
    { name: 'a', type: 'integer', unique: true, minimum: 1, maximum: 1 },
    '',
    /Only one value/,
    /Loosen/,
  ],
  [
    'a unique json',
    { name: 'a', type: 'json', unique: true },
    '.unique',
    /does not apply/,
    /Remove/,
  ],
  [
    'an indexed array',
    { name: 'a', type: 'array', items: { type: 'string' }, index: true },
    '.index',
    /does not apply/,
    /Remove/,
  ],
  [
    'a searchable number',
    { name: 'a', type: 'number', searchable: true },
    '.searchable',
    /does not apply/,
    /string, text/,
  ],
  [
    'a length of a number',
    { name: 'a', type: 'number', maxLength: 3 },
    '.maxLength',
    /does not apply/,
    /Remove/,
  ],
  [
    'an index on long text',
    { name: 'a', type: 'text', index: true },
    '.index',
    /600/,
    /maxLength/,
  ],
  [
    'a unique string that is too long',
    { ...A, unique: true, maxLength: 601 },
    '.maxLength',
    /600 characters, not 601/,
    /600 or less/,
  ],
  [
    'an array of nothing',
    { name: 'a', type: 'array' },
    '.items',
    /what it holds/,
    /items:/,
  ],
  [
    'an object of nothing',
    { name: 'a', type: 'object', fields: [] },
    '.fields',
    /no fields/,
    /json/,
  ],
  [
    'members alike',
    { name: 'a', type: 'object', fields: [A, { ...A, name: 'A' }] },
    '.fields[1].name',
    /too much like/,
    /Rename/,
  ],
  [
    'a unique member',
    { name: 'a', type: 'object', fields: [{ ...A, unique: true }] },
    '.fields[0].unique',
    /inside an object/,
    /Remove/,
  ],
  [
    'Backstage’s syntax',
    { ...A, description: 'costs ${{ x }}' },
    '.description',
    /\$\{\{/,
    /differently/,
  ],
  [
    'a block of a template',
    { ...A, examples: ['{% x %}'] },
    '.examples[0]',
    /\{%/,
    /differently/,
  ],
  [
    'a control character',
    { ...A, description: 'bell \u0007' },
    '.description',
    /U\+0007/,
    /Remove/,
  ],
  [
    'half a character',
    { ...A, description: '\ud83d' },
    '.description',
    /surrogate/,
    /whole/,
  ],
];

describe('validateModel, on a field with', () => {
  it.each(FIELDS)('%s', (_what, field, place, message, mend) => {
    const problems = validateModel(modelOf([field as FieldDocument]));
    expect(problems).toEqual([
      expect.objectContaining({
        path: `${FIRST}${place}`,
        message: expect.stringMatching(message),
        mend: expect.stringMatching(mend),
      }),
    ]);
  });
});

it('says all that is wrong with a unique moment whose default is none', () => {
  const field = { name: 'a', type: 'dateTime', unique: true, default: '' };
  expect(
    validateModel(modelOf([field as FieldDocument])).map(
      ({ message }) => message,
    ),
  ).toEqual([
    expect.stringContaining('is not a date and time'),
    expect.stringContaining('is unique'),
  ]);
});

describe('validateModel, for MongoDB', () => {
  const onMongo = (field: FieldDocument) =>
    validateModel(modelOf([field]), { database: 'mongo' });

  it('refuses more digits than its decimals have, which PostgreSQL takes', () => {
    const field: FieldDocument = { name: 'a', type: 'decimal', precision: 35 };
    expect(onMongo(field)).toEqual([
      expect.objectContaining({
        path: `${FIRST}.precision`,
        message: 'A decimal of MongoDB has at most 34 digits, not 35.',
      }),
    ]);
    expect(onMongo({ ...field, precision: 34 })).toEqual([]);
    expect(validateModel(modelOf([field]))).toEqual([]);
  });

  it.each([{ $gt: '' }, [{ b: { 'c.d': 1 } }]])(
    'refuses the json default %j, whose name of a member it takes for something else',
    value => {
      const field: FieldDocument = { name: 'a', type: 'json', default: value };
      expect(onMongo(field)).toEqual([
        expect.objectContaining({
          path: `${FIRST}.default`,
          message: expect.stringMatching(/an operator or a path/),
        }),
      ]);
      expect(validateModel(modelOf([field]))).toEqual([]);
    },
  );

  it('takes every other json', () => {
    const value = { '': 1, a$: [null, { 'b c': 'x.$' }] };
    expect(onMongo({ name: 'a', type: 'json', default: value })).toEqual([]);
  });
});
