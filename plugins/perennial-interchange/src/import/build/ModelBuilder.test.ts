import {
  FIELD_TYPES,
  REFUSED_NAMES,
  validateModel,
  type Database,
  type FieldType,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { ModelBuilder } from './ModelBuilder';

const words = { entity: 'table', field: 'column' };

function builder(database?: Database) {
  return new ModelBuilder({ words, database });
}

describe('ModelBuilder', () => {
  it('names entities in the singular and keeps plurals that English does not give', () => {
    const build = builder();
    for (const name of [
      'film_actors',
      'film',
      'Order Details',
      'criterias',
      'pg_thing',
      'p_g_part',
      'Größe',
      '映画',
      '__proto__',
    ]) {
      build
        .entity({ name, isTable: true })
        .fields.push({ name: 'a', type: 'string' });
    }
    const { model } = build.build();
    expect(model.entities.map(({ name, plural }) => [name, plural])).toEqual([
      ['FilmActor', undefined],
      ['Film', undefined],
      ['OrderDetail', undefined],
      ['Criteria', 'criterias'],
      ['PostgresThing', undefined],
      ['PostgresPart', undefined],
      ['Grosse', undefined],
      ['Entity', undefined],
      ['Proto', undefined],
    ]);
  });

  it('numbers names that would meet', () => {
    const build = builder();
    for (const name of ['user', 'Users', 'USER']) {
      const entity = build.entity({ name, isTable: true });
      entity.fields.push(
        { name: 'first name', type: 'string' },
        { name: 'first_name', type: 'string' },
        { name: 'constructor', type: 'string' },
        { name: 'owner_id', type: 'string' },
      );
    }
    const { model, notes } = build.build();
    expect(model.entities.map(({ name }) => name)).toEqual([
      'User',
      'User2',
      'User3',
    ]);
    expect(model.entities[0].fields?.map(({ name }) => name)).toEqual([
      'first_name',
      'first_name_value',
      'constructor_field',
      'owner_id_value',
    ]);
    expect(notes).toContainEqual({
      place: 'table Users',
      message:
        'It is called User2 in the model: a name and its plural are given once only.',
    });
    expect(notes).toContainEqual({
      place: 'table user, column owner_id',
      message: 'It is called owner_id_value in the model.',
    });
  });

  it('numbers a name that would be in its own way', () => {
    const build = builder();
    build.entity({ name: 'IDs' });
    expect(build.build().model.entities[0].name).toBe('IDs2');
  });

  it('takes what every entity has of itself for just that', () => {
    const build = builder();
    build
      .entity({ name: 'Post' })
      .fields.push(
        { name: 'ID', type: 'bigInteger' },
        { name: 'createdAt', type: 'dateTime' },
        { name: 'deleted_at', type: 'dateTime' },
        { name: 'updated_at', type: 'integer', line: 4 },
      );
    const { model, notes } = build.build();
    expect(model.entities).toEqual([
      {
        name: 'Post',
        id: 'integer',
        softDelete: true,
        fields: [{ name: 'updated_at_value', type: 'integer' }],
      },
    ]);
    expect(notes).toEqual([
      {
        place: 'table Post, column updated_at',
        line: 4,
        message: 'It is called updated_at_value in the model.',
      },
      {
        place: 'table Post, column createdAt',
        message:
          'created_at and updated_at come together, so the other one comes along.',
      },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'a default outside of the values',
      { type: 'enum', values: ['a'], default: 'b' },
      { type: 'enum', values: ['a'] },
    ],
    [
      'values that an enum refuses',
      { type: 'enum', values: ['a', ' a'] },
      { type: 'string' },
    ],
    [
      'a unique text',
      { type: 'text', unique: true },
      { type: 'text', unique: true, maxLength: 600 },
    ],
    [
      'a unique string that is too long',
      { type: 'string', unique: true, maxLength: 2000 },
      { type: 'string', unique: true, maxLength: 600 },
    ],
    ['an indexed text', { type: 'text', index: true }, { type: 'text' }],
    [
      'an indexed string that is too long',
      { type: 'string', index: true, maxLength: 2000 },
      { type: 'string', maxLength: 2000 },
    ],
    [
      'more digits than there are',
      { type: 'decimal', precision: 60, scale: 4 },
      { type: 'decimal', precision: 38, scale: 4 },
    ],
    [
      'a pattern that holds up the service',
      { type: 'string', pattern: '^(a+)+$' },
      { type: 'string' },
    ],
    ['a list of nothing', { type: 'array' }, { type: 'json' }],
    [
      'members that cannot be',
      { type: 'object', fields: [{ name: '__proto__', type: 'enum' }] },
      { type: 'object', fields: [{ name: 'proto', type: 'string' }] },
    ],
  ])('mends %s', (_what, given, expected) => {
    const build = builder();
    build
      .entity({ name: 'Thing' })
      .fields.push({ name: 'f', ...(given as { type: 'string' }) });
    const { model, notes } = build.build();
    expect(model.entities[0].fields).toEqual([{ name: 'f', ...expected }]);
    expect(notes.length).toBeGreaterThan(0);
  });

  it('makes a relation optional where rows would need each other', () => {
    const build = builder();
    const [hen, egg] = ['Hen', 'Egg'].map(name => build.entity({ name }));
    hen.relations.push({
      name: 'egg',
      kind: 'manyToOne',
      target: egg,
      required: true,
    });
    egg.relations.push({
      name: 'hen',
      kind: 'manyToOne',
      target: hen,
      required: true,
      onDelete: 'setNull',
    });
    const { model, notes } = build.build();
    expect(model.entities[0].relations).toEqual([
      { name: 'egg', kind: 'manyToOne', target: 'Egg', required: true },
    ]);
    expect(model.entities[1].relations).toEqual([
      { name: 'hen', kind: 'manyToOne', target: 'Hen' },
    ]);
    expect(notes).toEqual([
      { place: 'table Egg', message: expect.stringContaining('is optional') },
    ]);
  });

  it('names a relation that would take a name of the row after its target too', () => {
    const build = builder();
    const user = build.entity({ name: 'user' });
    user.fields.push({ name: 'children', type: 'string' });
    user.relations.push({
      name: 'owner',
      kind: 'manyToOne',
      target: user,
      inverse: 'children',
    });
    const { model } = build.build();
    expect(model.entities[0].relations).toEqual([
      {
        name: 'owner_user',
        kind: 'manyToOne',
        target: 'User',
        inverse: 'children_2',
      },
    ]);
  });

  it('gives an entity that is nothing but an id a field', () => {
    const build = builder();
    build.entity({ name: 'Lock' }).setKey('integer');
    const { model, notes } = build.build();
    expect(model.entities[0].fields).toEqual([
      { name: 'name', type: 'string' },
    ]);
    expect(notes[0].message).toContain('nothing but its id');
  });

  it('refuses a source of nothing', () => {
    expect(() => builder().build()).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('no table'),
      }),
    );
  });

  it('leaves out what is over the limits', () => {
    const build = builder();
    for (let count = 0; count < 502; count++) {
      const entity = build.entity({ name: 'things' });
      entity.fields.push({ name: 'a', type: 'string' });
    }
    const [first] = [build.entity({ name: 'late' })];
    expect(first.fields).toEqual([]);
    const { model, notes } = build.build();
    expect(model.entities).toHaveLength(500);
    expect(notes[0].message).toContain('the source has 503');
  });

  it.each(['postgres', 'mongo'] as const)(
    'makes a valid model for %s of anything',
    database => {
      const name = fc.oneof(
        fc.constantFrom(
          ...REFUSED_NAMES,
          'id',
          'created_at',
          'a',
          'A',
          'owner',
        ),
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.stringMatching(/^[a-zA-Z_ ]{1,90}$/),
      );
      const type = fc.constantFrom<FieldType>(...FIELD_TYPES);
      const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
      const field = fc.record(
        {
          name,
          type,
          description: fc.string({ unit: 'binary', maxLength: 9000 }),
          required: fc.boolean(),
          unique: fc.boolean(),
          index: fc.boolean(),
          searchable: fc.boolean(),
          default: value,
          minimum: fc.oneof(fc.double(), fc.string()),
          maximum: fc.oneof(fc.double(), fc.string()),
          minLength: fc.integer(),
          maxLength: fc.oneof(fc.integer(), fc.double()),
          precision: fc.integer({ min: -1, max: 50 }),
          scale: fc.integer({ min: -1, max: 50 }),
          pattern: fc.string(),
          values: fc.array(fc.string({ unit: 'binary', maxLength: 70 })),
          items: fc.record({ type, pattern: fc.string() }),
          fields: fc.array(fc.record({ name, type, unique: fc.boolean() })),
        },
        { requiredKeys: ['name', 'type'] },
      );
      const entity = fc.record({
        name,
        isTable: fc.boolean(),
        description: fc.string(),
        fields: fc.array(field, { maxLength: 6 }),
        relations: fc.array(
          fc.record({
            name,
            kind: fc.constantFrom('manyToOne', 'oneToOne', 'manyToMany'),
            target: fc.nat(20),
            required: fc.boolean(),
            onDelete: fc.constantFrom('cascade', 'setNull', undefined),
            inverse: fc.option(name, { nil: undefined }),
          }),
          { maxLength: 4 },
        ),
      });
      fc.assert(
        fc.property(
          fc.array(entity, { minLength: 1, maxLength: 5 }),
          source => {
            const build = builder(database);
            const drafts = source.map(options => build.entity(options));
            source.forEach(({ fields, relations }, index) => {
              drafts[index].fields.push(...(fields as []));
              for (const { target, ...relation } of relations) {
                drafts[index].relations.push({
                  ...(relation as { name: string; kind: 'manyToOne' }),
                  target: drafts[target % drafts.length],
                });
              }
            });
            const { model } = build.build();
            expect(validateModel(model, { database })).toEqual([]);
            expect(model.entities).toHaveLength(source.length);
          },
        ),
        { numRuns: 100 },
      );
    },
  );
});
