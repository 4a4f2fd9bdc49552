import type { EntityDocument, FieldDocument, ModelDocument } from './model';

/** A model of one entity with these fields; for tests. */
export function modelOf(
  fields: FieldDocument[],
  more: Partial<EntityDocument> = {},
): ModelDocument {
  return { entities: [{ name: 'Thing', fields, ...more }] };
}

/** Ten entities with every type, relation kind, a self-relation and an optional cycle; for tests. */
export const TEN_ENTITIES: ModelDocument = {
  entities: [
    {
      name: 'Department',
      fields: [
        {
          name: 'name',
          type: 'string',
          required: true,
          unique: true,
          maxLength: 80,
        },
      ],
      relations: [
        {
          name: 'parent',
          kind: 'manyToOne',
          target: 'Department',
          onDelete: 'setNull',
          inverse: 'children',
        },
        { name: 'head', kind: 'oneToOne', target: 'Employee' },
      ],
    },
    {
      name: 'Employee',
      softDelete: true,
      fields: [
        { name: 'firstName', type: 'string', required: true, searchable: true },
        { name: 'email', type: 'email', required: true, unique: true },
        { name: 'born', type: 'date', minimum: '1900-01-01', index: true },
        { name: 'starts_at', type: 'time' },
      ],
      relations: [
        {
          name: 'department',
          kind: 'manyToOne',
          target: 'Department',
          required: true,
        },
      ],
    },
    {
      name: 'Category',
      id: 'integer',
      fields: [{ name: 'class', type: 'string', required: true }],
    },
    {
      name: 'Tag',
      fields: [
        {
          name: 'label',
          type: 'string',
          required: true,
          unique: true,
          pattern: '^[a-z]+(-[a-z]+)*$',
        },
      ],
    },
    {
      name: 'Product',
      description: 'Something we sell.',
      fields: [
        {
          name: 'sku',
          type: 'string',
          required: true,
          unique: true,
          maxLength: 64,
          pattern: '^[A-Z0-9-]+$',
        },
        {
          name: 'price',
          type: 'decimal',
          precision: 12,
          scale: 2,
          minimum: 0,
          required: true,
          index: true,
        },
        { name: 'weight', type: 'number', minimum: 0, maximum: 1000 },
        {
          name: 'stock',
          type: 'integer',
          default: 0,
          minimum: 0,
          required: true,
        },
        { name: 'views', type: 'bigInteger', index: true },
        {
          name: 'status',
          type: 'enum',
          values: ['draft', 'active'],
          default: 'draft',
          index: true,
        },
        {
          name: 'tags',
          type: 'array',
          items: { type: 'string', maxLength: 40 },
          maxItems: 20,
        },
        {
          name: 'size',
          type: 'object',
          fields: [
            { name: 'width', type: 'number', required: true },
            { name: 'unit', type: 'string', maxLength: 2 },
          ],
        },
        { name: 'extra', type: 'json' },
        { name: 'homepage', type: 'uri' },
        { name: 'batch', type: 'uuid', index: true },
        { name: 'published', type: 'boolean', index: true },
        { name: 'limit', type: 'integer', index: true },
      ],
      relations: [
        {
          name: 'category',
          kind: 'manyToOne',
          target: 'Category',
          required: true,
        },
        { name: 'labels', kind: 'manyToMany', target: 'Tag' },
        { name: 'similar', kind: 'manyToMany', target: 'Product' },
      ],
    },
    {
      name: 'Customer',
      owned: true,
      fields: [{ name: 'note', type: 'text', searchable: true }],
    },
    {
      name: 'Order',
      fields: [{ name: 'placedAt', type: 'dateTime', index: true }],
      relations: [
        {
          name: 'customer',
          kind: 'manyToOne',
          target: 'Customer',
          required: true,
          onDelete: 'cascade',
        },
      ],
    },
    {
      name: 'Order line',
      timestamps: false,
      fields: [
        {
          name: 'quantity',
          type: 'integer',
          minimum: 1,
          maximum: 99,
          required: true,
        },
      ],
      relations: [
        {
          name: 'order',
          kind: 'manyToOne',
          target: 'Order',
          required: true,
          onDelete: 'cascade',
        },
        {
          name: 'product',
          kind: 'manyToOne',
          target: 'Product',
          required: true,
        },
      ],
    },
    { name: 'Series', fields: [{ name: 'title', type: 'string' }] },
    { name: 'Error', fields: [{ name: 'detail', type: 'text' }] },
  ],
};
