import {
  type EntityDocument,
  FIELD_TYPES,
  type FieldDocument,
  type ItemsDocument,
  type ModelDocument,
  isReservedWord,
  validateModel,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { nearlyValidModels, validModels } from './models';

const SAMPLES = 600;
const MOST_REJECTED = 0.05;
/** A shape that is in fewer samples is as good as never tried. */
const FEWEST = 5;

function valuesOf(field: ItemsDocument): ItemsDocument[] {
  return [
    field,
    ...(field.items ? valuesOf(field.items) : []),
    ...(field.fields ?? []).flatMap(valuesOf),
  ];
}

const CONSTRAINTS = [
  ...['required', 'unique', 'index', 'searchable', 'minLength', 'maxLength'],
  ...['pattern', 'minimum', 'maximum', 'precision', 'minItems', 'maxItems'],
  ...['default', 'examples', 'description'],
];

/** What is seen of a field, as words. */
function fieldShapes(field: FieldDocument): string[] {
  const values = valuesOf(field);
  return [
    ...values.map(value => value.type),
    ...values.flatMap(value =>
      CONSTRAINTS.filter(name => Object.hasOwn(value, name)).map(
        name => `${name} of ${value.type}`,
      ),
    ),
    ...(field.items?.fields?.some(member => member.items) ? ['deep'] : []),
    ...(isReservedWord(field.name) ? ['reserved name'] : []),
    ...(field.name.length > 50 ? ['long name'] : []),
  ];
}

function entityShapes(
  entity: EntityDocument,
  index: number,
  { entities }: ModelDocument,
): string[] {
  const relations = (entity.relations ?? []).flatMap(relation => {
    const target = entities.findIndex(({ name }) => name === relation.target);
    return [
      relation.kind,
      `${relation.kind} ${target === index ? 'to itself' : 'to another'}`,
      ...(relation.required ? [`required ${relation.kind}`] : []),
      ...(target > index ? [`${relation.kind} to a later entity`] : []),
      ...(relation.onDelete ? [`${relation.kind} ${relation.onDelete}`] : []),
      ...(relation.inverse ? ['inverse'] : []),
    ];
  });
  return [
    ...relations,
    ...(entity.fields ?? []).flatMap(fieldShapes),
    `id ${entity.id ?? 'uuid'}`,
    ...(entity.timestamps === false ? ['no timestamps'] : []),
    ...(['softDelete', 'owned', 'plural', 'key'] as const).filter(
      name => entity[name],
    ),
    ...(entity.fields?.length ? [] : ['relations only']),
  ];
}

function shapesOf(model: ModelDocument): Set<string> {
  return new Set([
    ...model.entities.flatMap((entity, index) =>
      entityShapes(entity, index, model),
    ),
    ...(/[\\]"|\*\/|"""|#\{|%/.test(JSON.stringify(model)) ? ['hostile'] : []),
  ]);
}

const RELATION_SHAPES = ['manyToOne', 'oneToOne', 'manyToMany'].flatMap(
  kind => [
    `${kind} to itself`,
    `${kind} to another`,
    `${kind} to a later entity`,
    ...(kind === 'manyToMany'
      ? []
      : [
          `required ${kind}`,
          ...['cascade', 'restrict', 'setNull'].map(rule => `${kind} ${rule}`),
        ]),
  ],
);

const WANTED = [
  ...FIELD_TYPES,
  ...FIELD_TYPES.flatMap(type => [`required of ${type}`, `default of ${type}`]),
  ...FIELD_TYPES.map(type => `examples of ${type}`),
  ...['string', 'text', 'email', 'uri'].flatMap(type => [
    `minLength of ${type}`,
    `maxLength of ${type}`,
    `unique of ${type}`,
    `index of ${type}`,
    `searchable of ${type}`,
  ]),
  ...['pattern of string', 'pattern of text', 'precision of decimal'],
  ...['integer', 'bigInteger', 'number', 'decimal', 'date', 'time'].flatMap(
    type => [`minimum of ${type}`, `maximum of ${type}`, `unique of ${type}`],
  ),
  ...['minItems of array', 'maxItems of array', 'deep', 'hostile', 'inverse'],
  ...['reserved name', 'long name', 'id uuid', 'id integer', 'no timestamps'],
  ...['softDelete', 'owned', 'plural', 'key', 'relations only'],
  ...RELATION_SHAPES,
];

describe('random models', () => {
  it('are valid nearly always before any is thrown away', () => {
    const models = fc.sample(nearlyValidModels(), {
      numRuns: SAMPLES,
      seed: 1,
    });
    const rejected = models.filter(model => validateModel(model).length > 0);
    expect(rejected.length / models.length).toBeLessThan(MOST_REJECTED);
  });

  it('have every shape often enough to be tried', () => {
    const counts = new Map(WANTED.map(shape => [shape, 0]));
    for (const model of fc.sample(validModels(), { numRuns: SAMPLES, seed: 2 }))
      for (const shape of shapesOf(model))
        counts.set(shape, (counts.get(shape) ?? 0) + 1);
    const rare = WANTED.filter(shape => (counts.get(shape) ?? 0) < FEWEST);
    expect(rare).toEqual([]);
  });

  it('have unique fields that take many values, where that is asked for', () => {
    const models = fc.sample(validModels({ roomForRows: true }), 200);
    const unique = models.flatMap(({ entities }) =>
      entities.flatMap(({ fields = [] }) =>
        fields.filter(field => field.unique),
      ),
    );
    expect(unique).not.toHaveLength(0);
    for (const { type, pattern, maxLength = Infinity } of unique) {
      expect(['boolean', 'enum']).not.toContain(type);
      expect(pattern).toBeUndefined();
      expect(maxLength).toBeGreaterThanOrEqual(20);
    }
  });

  it('keep to the limits that were asked for', () => {
    const limits = { maxEntities: 2, maxFields: 1, maxRelations: 0 };
    for (const { entities } of fc.sample(validModels(limits), 100)) {
      expect(entities.length).toBeLessThanOrEqual(2);
      for (const { fields = [], relations = [] } of entities) {
        expect(fields.length).toBeLessThanOrEqual(1);
        expect(relations).toEqual([]);
      }
    }
  });
});

/** The smallest model that has something, as found from random ones. */
function smallest(has: (model: ModelDocument) => boolean): ModelDocument {
  const result = fc.check(
    fc.property(validModels(), model => !has(model)),
    { numRuns: 2_000, seed: 3 },
  );
  if (result.counterexample === null) throw new Error('There is none.');
  return result.counterexample[0];
}

const fieldsOf = ({ entities }: ModelDocument) =>
  entities.flatMap(({ fields = [] }) => fields);

describe('a failing model shrinks', () => {
  it.each(FIELD_TYPES)(
    'to one entity with one plain field of type %s',
    type => {
      const model = smallest(found =>
        fieldsOf(found).some(field => field.type === type),
      );
      expect(model.entities).toHaveLength(1);
      const [{ fields, ...entity }] = model.entities;
      expect(entity).toEqual({ name: 'Thing' });
      expect(fields).toEqual([expect.objectContaining({ name: 'name', type })]);
    },
  );

  it('to one relation, with a target of its own where that matters', () => {
    const model = smallest(({ entities }) =>
      entities.some(({ name, relations = [] }) =>
        relations.some(
          ({ kind, target }) => kind === 'manyToMany' && target !== name,
        ),
      ),
    );
    expect(model.entities).toHaveLength(2);
    expect(model.entities.flatMap(({ relations = [] }) => relations)).toEqual([
      expect.objectContaining({ kind: 'manyToMany', name: 'name' }),
    ]);
  });
});
