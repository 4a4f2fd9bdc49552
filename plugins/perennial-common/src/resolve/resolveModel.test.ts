import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { modelOf, TEN_ENTITIES } from '../testing';
import { FREE_TEXT_PATTERN } from '../wire';
import { resolveModel } from './resolveModel';
import type { ResolvedEntity, ResolvedField } from './types';

const model = resolveModel(TEN_ENTITIES);
const entity = (name: string): ResolvedEntity => {
  const found = model.entities.find(candidate => candidate.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const field = (name: string): ResolvedField => {
  const found = entity('Product').fields.find(
    candidate => candidate.name === name,
  );
  if (found === undefined) throw new Error(name);
  return found;
};

describe('resolveModel', () => {
  it('names entities, tables and paths', () => {
    expect(entity('Order line')).toMatchObject({
      pascal: 'OrderLine',
      table: 'order_lines',
      path: '/api/v1/order-lines',
      plural: { camel: 'orderLines' },
      timestamps: false,
    });
    expect(entity('Error')).toMatchObject({
      pascal: 'ErrorRecord',
      kebab: 'error-record',
      path: '/api/v1/errors',
      table: 'errors',
    });
  });

  it('says what the model has', () => {
    expect(model).toMatchObject({
      hasOwned: true,
      hasSoftDelete: true,
      hasRelations: true,
      hasManyToMany: true,
      hasCascade: true,
    });
    expect(
      resolveModel(modelOf([{ name: 'a', type: 'string' }])),
    ).toMatchObject({ hasOwned: false, hasCascade: false });
  });

  it('orders entities so that required references point backwards', () => {
    for (const source of model.entities) {
      for (const relation of source.relations.filter(
        ({ required }) => required,
      )) {
        expect(relation.target.order).toBeLessThan(source.order);
        expect(relation.deferred).toBe(false);
      }
    }
    expect(
      model.entities.map(({ order }) => order).sort((a, b) => a - b),
    ).toEqual(model.entities.map((_, index) => index));
  });

  it('defers what cannot be set while seeding', () => {
    const deferred = entity('Department').relations.map(
      ({ name, deferred: is }) => [name, is],
    );
    expect(deferred).toEqual([
      ['parent', true],
      ['head', true],
    ]);
  });

  it('resolves relations of every kind', () => {
    const [parent, head] = entity('Department').relations;
    expect(parent).toMatchObject({
      wireName: 'parent_id',
      column: 'parent_id',
      self: true,
      onDelete: 'setNull',
      inverse: { name: 'children', many: true },
    });
    expect(head).toMatchObject({
      unique: true,
      onDelete: 'restrict',
      inverse: { name: 'department_by_head', many: false },
    });
    const [category, labels, similar] = entity('Product').relations;
    expect(category.schema).toEqual({
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: 2147483647,
    });
    expect(labels).toMatchObject({
      wireName: 'label_ids',
      join: {
        table: 'products_labels',
        sourceColumn: 'product_id',
        targetColumn: 'label_id',
      },
    });
    expect(similar.join).toMatchObject({
      sourceColumn: 'product_id',
      targetColumn: 'similar_id',
    });
  });

  it('keeps the columns of a join table within 63 bytes', () => {
    const long = `${'very '.repeat(10)}longer thing`;
    const { entities } = resolveModel({
      entities: [
        {
          name: long,
          plural: 'things',
          fields: [],
          relations: [
            { name: 'labels', kind: 'manyToMany', target: 'Label' },
            { name: 'similar', kind: 'manyToMany', target: long },
          ],
        },
        { name: 'Label', fields: [{ name: 'text', type: 'string' }] },
      ],
    });
    const columns = entities[0].relations.flatMap(({ join }) => [
      join!.sourceColumn,
      join!.targetColumn,
    ]);
    expect(columns).toEqual([
      expect.stringMatching(/^very_very_.*_[0-9a-f]{8}$/),
      'label_id',
      columns[0],
      'similar_id',
    ]);
    expect(columns[0]).toHaveLength(63);
  });

  it('gives inverses names that are unique on the target', () => {
    for (const target of model.entities) {
      const names = [
        ...target.inverses.map(({ relation }) => relation.inverse.snake),
        ...target.fields.map(({ snake }) => snake),
        ...target.relations.map(({ snake }) => snake),
      ];
      expect(new Set(names).size).toBe(names.length);
    }
    expect(entity('Employee').inverses[0]).toMatchObject({
      source: { name: 'Department' },
      relation: { name: 'head' },
    });
  });

  it('says what lists take', () => {
    expect(entity('Order line').sortable).toEqual(['id', 'quantity']);
    expect(entity('Customer').searchable.map(({ name }) => name)).toEqual([
      'note',
    ]);
    expect(field('limit')).toMatchObject({ index: true, filterable: false });
    expect(field('status')).toMatchObject({
      filterable: true,
      comparable: false,
    });
    expect(field('price')).toMatchObject({
      filterable: true,
      comparable: true,
    });
  });

  it('publishes the contract’s types', () => {
    expect(entity('Department').fields[0].schema).toEqual({
      type: 'string',
      maxLength: 80,
      pattern: '^[^\\u0000]*$',
    });
    expect(field('stock').schema).toEqual({
      type: 'integer',
      format: 'int32',
      minimum: 0,
      maximum: 2147483647,
    });
    expect(field('weight').schema).toMatchObject({
      type: 'number',
      minimum: 0,
      maximum: 1000,
    });
    expect(field('views').schema).toEqual({
      type: 'string',
      pattern: '^(?:-(?:[1-9]|[1-9][0-9]{1,17})|[0-9]|[1-9][0-9]{1,17})$',
    });
    expect(field('size').schema).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['width'],
      properties: {
        width: {
          type: 'number',
          format: 'double',
          minimum: -1e308,
          maximum: 1e308,
        },
        unit: {
          type: ['string', 'null'],
          maxLength: 2,
          pattern: '^[^\\u0000]*$',
        },
      },
    });
    expect(field('homepage').schema).toEqual({ type: 'string', format: 'uri' });
  });

  it('takes whole numbers beside the strings of decimals in requests only', () => {
    const { read, create } = entity('Product').schemas;
    const price = (schema: unknown) =>
      (schema as { properties: Record<string, { anyOf?: unknown[] }> })
        .properties.price;
    expect(price(read).anyOf).toBeUndefined();
    expect(price(create).anyOf).toEqual([
      field('price').schema,
      { type: 'integer', minimum: 0, maximum: 9999999999 },
    ]);
  });

  it('asks in POST for what is required and has no default, and in PATCH for nothing', () => {
    const { read, create, update } = entity('Product').schemas;
    expect(create.required).toEqual(['sku', 'price', 'category_id']);
    expect(update.required).toBeUndefined();
    expect(read.required).toContain('label_ids');
    expect(JSON.stringify(create)).not.toContain('created_at');
  });

  it('makes examples that every schema accepts, the same in every run', () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    ajv.addFormat('int32', true).addFormat('double', true);
    for (const { fields, schemas, examples, relations } of model.entities) {
      for (const candidate of fields) {
        expect(candidate.examples.length).toBeGreaterThanOrEqual(2);
        expect(
          new Set(candidate.examples.map(value => JSON.stringify(value))).size,
        ).toBe(candidate.examples.length);
        for (const value of candidate.examples)
          expect([value, ajv.validate(candidate.schema, value)]).toEqual([
            value,
            true,
          ]);
      }
      if (relations.some(({ required }) => required)) continue;
      for (const example of examples)
        expect(ajv.validate(schemas.create, example)).toBe(true);
    }
    expect(JSON.stringify(resolveModel(TEN_ENTITIES))).toBe(
      JSON.stringify(model),
    );
  });

  it('shortens names of constraints and keeps them apart', () => {
    const [first] = resolveModel(
      modelOf([{ name: 'a'.repeat(60), type: 'string', unique: true }]),
    ).entities;
    expect(first.fields[0].uniqueName).toHaveLength(63);
    expect(first.fields[0].uniqueName).not.toBe(first.fields[0].indexName);
  });

  it('gives MongoDB its own ids', () => {
    const thing = modelOf([{ name: 'a', type: 'string' }]);
    expect(resolveModel(thing, { database: 'mongo' }).entities[0].id).toBe(
      'objectId',
    );
    expect(() =>
      resolveModel({ entities: [{ ...thing.entities[0], id: 'objectId' }] }),
    ).toThrow(/MongoDB/);
  });

  it('publishes which names of members the database takes in any JSON', () => {
    const json = modelOf([{ name: 'a', type: 'json' }]);
    const namesOf = (database: 'mongo' | 'postgres') =>
      resolveModel(json, { database }).entities[0].fields[0].schema
        .propertyNames as { pattern: string };
    const isPlain = new RegExp(namesOf('mongo').pattern);
    const names = ['', 'a', 'a$', '$', '$gt', 'a.b', '.', 'a\u0000'];
    expect(names.filter(name => isPlain.test(name))).toEqual(['', 'a', 'a$']);
    expect(namesOf('postgres').pattern).toBe(FREE_TEXT_PATTERN);
  });
});
