import type { EntityDocument, FieldDocument, RelationDocument } from '../model';
import { REFUSED_NAMES } from '../naming';
import { modelOf, TEN_ENTITIES } from '../testing';
import { validateModel } from './validateModel';

const A: FieldDocument = { name: 'a', type: 'string' };
const refersTo = (
  target: string,
  more: Partial<RelationDocument> = {},
): RelationDocument => ({
  name: target.toLowerCase(),
  kind: 'manyToOne',
  target,
  ...more,
});
const entity = (
  name: string,
  more: Partial<EntityDocument> = {},
): EntityDocument => ({ name, fields: [A], ...more });

/** Entities, where the problem is, its message and its mend. */
const MODELS: [string, EntityDocument[], string, RegExp, RegExp][] = [
  [
    'entities alike',
    [entity('order item'), entity('OrderItem')],
    'entities[1].name',
    /the entity "order item"/,
    /Rename/,
  ],
  [
    'a plural that is another entity',
    [entity('Category'), entity('Categories')],
    'entities[1].name',
    /the plural of "Category"/,
    /Rename/,
  ],
  [
    'equal plurals',
    [entity('A', { plural: 'Things' }), entity('Thing')],
    'entities[1].name',
    /plural of "Thing" \(things\)/,
    /plural/,
  ],
  [
    'a name that escaping takes',
    [entity('Object'), entity('Object record')],
    'entities[1].name',
    /ObjectRecord/,
    /Rename/,
  ],
  [
    'a refused plural',
    [entity('A', { plural: 'constructor' })],
    'entities[0].plural',
    /JavaScript/,
    /Rename/,
  ],
  [
    'a key that is too long, though the plural is short',
    [entity('aB'.repeat(30), { plural: 'Days' })],
    'entities[0].name',
    /The key of .* is over 63 characters/,
    /Shorten/,
  ],
  [
    'the key of a member of an object that is too long',
    [
      entity('A', {
        fields: [
          {
            name: 'a',
            type: 'object',
            fields: [{ name: 'aB'.repeat(30), type: 'string' }],
          },
        ],
      }),
    ],
    'entities[0].fields[0].fields[0].name',
    /The key of .* is over 63 characters/,
    /Shorten/,
  ],
  [
    'a table that is too long',
    [entity(`${'long '.repeat(12)}day`)],
    'entities[0].name',
    /63 bytes/,
    /plural/,
  ],
  [
    'a table of PostgreSQL’s own',
    [entity('pg class')],
    'entities[0].name',
    /pg_/,
    /Rename/,
  ],
  [
    'nothing in it',
    [entity('A', { fields: [] })],
    'entities[0]',
    /neither/,
    /Add/,
  ],
  [
    'fields alike',
    [entity('A', { fields: [A, { ...A, name: 'A_' }] })],
    'entities[0].fields[1].name',
    /the field "a"/,
    /Rename/,
  ],
  [
    'equal keys',
    [entity('A', { fields: [A, { name: 'b', key: 'a', type: 'string' }] })],
    'entities[0].fields[1].key',
    /key "a"/,
    /another key/,
  ],
  [
    'an unknown target',
    [entity('Thing', { relations: [refersTo('Thign')] })],
    'entities[0].relations[0].target',
    /no entity "Thign"/,
    /mean Thing/,
  ],
  [
    'a field in a relation’s place',
    [
      entity('A', {
        fields: [{ ...A, name: 'b_id' }],
        relations: [refersTo('B')],
      }),
      entity('B'),
    ],
    'entities[0].relations[0].name',
    /b_id/,
    /Rename/,
  ],
  [
    'a required reference to set null',
    [
      entity('A', {
        relations: [refersTo('B', { required: true, onDelete: 'setNull' })],
      }),
      entity('B'),
    ],
    'entities[0].relations[0].onDelete',
    /setNull/,
    /restrict/,
  ],
  [
    'a required set of links',
    [
      entity('A', {
        relations: [refersTo('B', { kind: 'manyToMany', required: true })],
      }),
      entity('B'),
    ],
    'entities[0].relations[0].required',
    /manyToMany/,
    /Remove/,
  ],
  [
    'links with onDelete',
    [
      entity('A', {
        relations: [
          refersTo('B', { kind: 'manyToMany', onDelete: 'restrict' }),
        ],
      }),
      entity('B'),
    ],
    'entities[0].relations[0].onDelete',
    /either row/,
    /Remove/,
  ],
  [
    'an inverse that is taken',
    [
      entity('A', { relations: [refersTo('B', { inverse: 'a' })] }),
      entity('B'),
    ],
    'entities[0].relations[0].inverse',
    /inverse "a"/,
    /another name/,
  ],
  [
    'equal inverses',
    [
      entity('A', {
        relations: [
          refersTo('B', { inverse: 'x' }),
          refersTo('B', { name: 'c', inverse: 'X' }),
        ],
      }),
      entity('B'),
    ],
    'entities[0].relations[1].inverse',
    /inverse "X"/,
    /another name/,
  ],
  [
    'a row that needs itself',
    [
      entity('A', {
        relations: [refersTo('A', { name: 'b', required: true })],
      }),
    ],
    'entities[0].relations[0].required',
    /A needs A/,
    /optional/,
  ],
  [
    'rows that need each other',
    [
      entity('X', { relations: [refersTo('Y', { required: true })] }),
      entity('Y', { relations: [refersTo('X', { required: true })] }),
    ],
    'entities[1].relations[0].required',
    /X needs Y needs X/,
    /optional/,
  ],
  [
    'an id of MongoDB',
    [entity('A', { id: 'objectId' })],
    'entities[0].id',
    /MongoDB/,
    /uuid/,
  ],
  [
    'too many entities',
    Array.from({ length: 501 }, (_, index) => entity(`E${index}`)),
    'entities',
    /501 entities; at most 500/,
    /Split/,
  ],
  [
    'too many fields',
    [
      entity('A', {
        fields: Array.from({ length: 201 }, (_, index) => ({
          ...A,
          name: `f${index}`,
        })),
      }),
    ],
    'entities[0].fields',
    /201 fields; at most 200/,
    /Remove/,
  ],
  [
    'a join table that is there',
    [
      entity('A', {
        relations: [refersTo('B', { name: 'bs', kind: 'manyToMany' })],
      }),
      entity('B'),
      entity('C', { plural: 'as_bs' }),
    ],
    'entities[0].relations[0].name',
    /join table as_bs/,
    /Rename/,
  ],
];

describe('validateModel, on a model with', () => {
  it.each(MODELS)('%s', (_what, entities, path, message, mend) => {
    expect(validateModel({ entities })).toEqual([
      expect.objectContaining({
        path,
        message: expect.stringMatching(message),
        mend: expect.stringMatching(mend),
      }),
    ]);
  });

  it.each(REFUSED_NAMES)(
    'a field or a member of an object called %s is refused',
    name => {
      const field: FieldDocument = { name, type: 'string' };
      const object: FieldDocument = {
        name: 'a',
        type: 'object',
        fields: [field],
      };
      for (const fields of [[field], [object]]) {
        expect(validateModel(modelOf(fields))).toContainEqual(
          expect.objectContaining({
            message: expect.stringMatching(/JavaScript|cannot be a name/),
          }),
        );
      }
    },
  );

  it('a name that is only spelt like one that JavaScript inherits finds nothing wrong', () => {
    for (const name of ['value_of', 'to_string'])
      expect(validateModel(modelOf([{ ...A, name }]))).toEqual([]);
  });

  it('more indexes than a collection of MongoDB has finds so there only', () => {
    const indexed = (count: number) => ({
      entities: [
        entity('A', {
          fields: Array.from({ length: count - 1 }, (_, index) => ({
            name: `f${index}`,
            ...[
              { type: 'integer' as const, index: true },
              { type: 'string' as const, unique: true },
              { type: 'enum' as const, values: ['x', 'y'] },
            ][index % 3],
          })),
          relations: [refersTo('B')],
        }),
        entity('B'),
      ],
    });
    expect(validateModel(indexed(61), { database: 'mongo' })).toEqual([
      expect.objectContaining({
        path: 'entities[0]',
        message: expect.stringMatching(/asks for 61 indexes.*room for 60/),
        mend: expect.stringMatching(/split/),
      }),
    ]);
    expect(validateModel(indexed(60), { database: 'mongo' })).toEqual([]);
    expect(validateModel(indexed(61))).toEqual([]);
  });

  it('every type and relation finds nothing wrong', () => {
    expect(validateModel(TEN_ENTITIES)).toEqual([]);
  });

  it('an optional cycle and self-relation finds nothing wrong', () => {
    const entities = [
      entity('A', {
        relations: [
          refersTo('B', { required: true }),
          refersTo('A', { name: 'up' }),
        ],
      }),
      entity('B', { relations: [refersTo('A', { name: 'back' })] }),
    ];
    expect(validateModel({ entities })).toEqual([]);
  });

  it('quotes, backslashes, newlines and comment ends in a description finds nothing wrong', () => {
    expect(
      validateModel(
        modelOf([
          { ...A, description: '"quotes" \'too\' \\ */ --> `\n\t{{ x }}' },
        ]),
      ),
    ).toEqual([]);
  });

  it('nesting within the limit finds nothing wrong, and beyond it does', () => {
    const nest = (depth: number): FieldDocument =>
      depth === 0
        ? A
        : { name: 'a', type: 'object', fields: [nest(depth - 1)] };
    expect(validateModel(modelOf([nest(7)]))).toEqual([]);
    expect(validateModel(modelOf([nest(9)]))[0].message).toMatch(
      /deeper than 8/,
    );
  });

  it('many problems stops at a hundred', () => {
    expect(
      validateModel({ entities: Array.from({ length: 400 }, () => ({})) }),
    ).toHaveLength(100);
  });
});
