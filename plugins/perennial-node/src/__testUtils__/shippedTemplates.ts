import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Template } from '../template';

// Tests run from their sources only.
// eslint-disable-next-line no-restricted-syntax
const ROOT = resolve(__dirname, '../../../..');
export const TEMPLATES = join(ROOT, 'templates');

/** A template that this repository ships. */
export interface ShippedTemplate {
  name: string;
  folder: string;
  /** Its template.yaml. */
  text: string;
}

/** The templates of this repository that make a service; others change one that is there. */
export function shippedTemplates(): ShippedTemplate[] {
  return readdirSync(TEMPLATES)
    .sort()
    .map(name => ({ name, folder: join(TEMPLATES, name) }))
    .filter(({ folder }) => existsSync(join(folder, 'template.yaml')))
    .map(template => ({
      ...template,
      text: readFileSync(join(template.folder, 'template.yaml'), 'utf8'),
    }))
    .filter(({ text }) =>
      text.includes('action: perennial:repository:publish'),
    );
}

/** Those answers that a template asks for: not every one lets choose who may call. */
export function answersTo(
  { document }: Template,
  answers: JsonObject,
): JsonObject {
  const pages = [document.spec.parameters ?? []].flat();
  const known = pages.flatMap(({ properties }) =>
    Object.keys((properties ?? {}) as JsonObject),
  );
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => known.includes(name)),
  );
}

/** Texts of the models that this repository ships, by name. */
export function shippedModels(): { name: string; text: string }[] {
  const folder = join(ROOT, 'examples', 'models');
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Answers that every shipped template takes. */
export const ANSWERS: JsonObject = {
  name: 'shop',
  description: `It's "the" shop \\ of <Acme> & sons`,
  owner: 'group:default/team-a',
};

/** A model with every type, constraint and relation, and with names that languages reserve. */
export const EVERYTHING = {
  entities: [
    {
      name: 'order item',
      description: 'One line\nof an "order" \\ */ # {# }} \'quoted\'',
      owned: true,
      softDelete: true,
      fields: [
        {
          name: 'sku',
          type: 'string',
          required: true,
          unique: true,
          maxLength: 64,
          pattern: '^[A-Z0-9-]+$',
          searchable: true,
        },
        {
          name: 'class',
          type: 'text',
          minLength: 2,
          searchable: true,
          description: '`${x}` */ "',
        },
        {
          name: 'count',
          type: 'integer',
          minimum: 0,
          maximum: 10,
          default: 3,
          index: true,
        },
        { name: 'big', type: 'bigInteger', minimum: '-9007199254740993' },
        { name: 'ratio', type: 'number', minimum: 0.5 },
        {
          name: 'price',
          type: 'decimal',
          precision: 12,
          scale: 2,
          minimum: 0,
          required: true,
        },
        { name: 'active', type: 'boolean', default: true },
        { name: 'day', type: 'date' },
        { name: 'at', type: 'time' },
        { name: 'moment', type: 'dateTime', index: true },
        { name: 'external', type: 'uuid', unique: true },
        { name: 'contact', type: 'email' },
        { name: 'site', type: 'uri' },
        {
          name: 'status',
          type: 'enum',
          values: ['draft', "it's", 'a "b"'],
          default: 'draft',
          index: true,
        },
        { name: 'extra', type: 'json', default: { a: [1, null, 'x'] } },
        { name: 'tags', type: 'array', items: { type: 'string' }, maxItems: 5 },
        {
          name: 'size',
          type: 'object',
          fields: [
            { name: 'width', type: 'number' },
            {
              name: 'parts',
              type: 'array',
              items: {
                type: 'object',
                fields: [{ name: 'x', type: 'integer' }],
              },
            },
          ],
        },
      ],
      relations: [
        {
          name: 'parent',
          kind: 'manyToOne',
          target: 'order item',
          onDelete: 'setNull',
          inverse: 'children',
        },
        {
          name: 'category',
          kind: 'manyToOne',
          target: 'Category',
          required: true,
          onDelete: 'restrict',
        },
        {
          name: 'passport',
          kind: 'oneToOne',
          target: 'Passport',
          onDelete: 'cascade',
        },
        { name: 'labels', kind: 'manyToMany', target: 'Label' },
        { name: 'friends', kind: 'manyToMany', target: 'order item' },
      ],
    },
    {
      name: 'Category',
      id: 'integer',
      timestamps: false,
      fields: [{ name: 'name', type: 'string', required: true }],
      relations: [
        {
          name: 'top',
          kind: 'manyToOne',
          target: 'order item',
          onDelete: 'cascade',
        },
      ],
    },
    {
      name: 'Passport',
      fields: [
        { name: 'select', type: 'string' },
        { name: 'from', type: 'date' },
      ],
    },
    { name: 'Label', fields: [{ name: 'text', type: 'text' }] },
    {
      name: 'Object',
      plural: 'Things',
      fields: [{ name: 'import', type: 'boolean' }],
    },
  ],
};

/** A model of many like entities. */
export function largeModel(entities: number, fields: number) {
  const types = ['string', 'integer', 'decimal', 'dateTime', 'boolean'];
  return {
    entities: Array.from({ length: entities }, (_, index) => ({
      name: `Thing${index}`,
      fields: Array.from({ length: fields }, (__, field) => ({
        name: `field${field}`,
        type: types[field % types.length],
        required: field % 3 === 0,
      })),
      relations:
        index === 0
          ? []
          : [
              {
                name: 'previous',
                kind: 'manyToOne',
                target: `Thing${index - 1}`,
              },
            ],
    })),
  };
}
