import { z } from 'zod';
import {
  description,
  FIELD_PROPERTIES,
  fieldName,
  fieldSchema,
  ITEMS_PROPERTIES,
  key,
  NAME_LENGTH,
} from './fieldSchema';
import { MAX_ENTITIES, MAX_FIELDS, MAX_RELATIONS } from './limits';

/** What an entity may be called. @public */
export const ENTITY_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9 _-]*$/;

/** Schema of a relation. @public */
export const relationSchema = z
  .strictObject({
    name: fieldName.describe(
      'Name of the relation on this side; <name>_id, or <singular>_ids, on the wire.',
    ),
    key: key.optional(),
    kind: z
      .enum(['manyToOne', 'oneToOne', 'manyToMany'])
      .describe(
        'How many rows of this entity refer to how many of the target.',
      ),
    target: z
      .string()
      .min(1)
      .max(NAME_LENGTH)
      .describe('Name of the entity that is referred to.'),
    description: description.optional(),
    required: z
      .boolean()
      .describe('Each row refers to a row of the target.')
      .optional(),
    onDelete: z
      .enum(['cascade', 'restrict', 'setNull'])
      .describe(
        'When the target row is deleted: delete this row too, refuse (the default), or clear the reference.',
      )
      .optional(),
    inverse: fieldName
      .describe('Name of the relation seen from the target.')
      .optional(),
  })
  .meta({
    id: 'Relation',
    description: 'A reference from rows of this entity to rows of another.',
  });

/** Schema of an entity. @public */
export const entitySchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(NAME_LENGTH)
      .regex(ENTITY_NAME_PATTERN)
      .describe(
        'Name in the singular, in any casing: Product, order item, user-group.',
      ),
    key: key.optional(),
    plural: z
      .string()
      .min(1)
      .max(NAME_LENGTH)
      .regex(ENTITY_NAME_PATTERN)
      .describe('Name in the plural where the English rule gets it wrong.')
      .optional(),
    description: description.optional(),
    id: z
      .enum(['uuid', 'integer', 'objectId'])
      .describe(
        'Type of the id: uuid (default) or integer; on MongoDB also objectId, the default there.',
      )
      .optional(),
    timestamps: z
      .boolean()
      .describe('Has created_at and updated_at (default true).')
      .optional(),
    softDelete: z
      .boolean()
      .describe('Deleted rows are kept and vanish from every answer.')
      .optional(),
    owned: z
      .boolean()
      .describe(
        'Rows belong to the caller who made them; for others they do not exist. Needs authentication.',
      )
      .optional(),
    fields: z
      .array(fieldSchema)
      .max(MAX_FIELDS)
      .describe('The values of a row.')
      .optional(),
    relations: z
      .array(relationSchema)
      .max(MAX_RELATIONS)
      .describe('References to other entities.')
      .optional(),
  })
  .meta({
    id: 'Entity',
    description:
      'A kind of thing that the service keeps: a table and a resource.',
  });

/** Schema of a model document. Everything about its shape comes from here. @public */
export const modelSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.').optional(),
    entities: z
      .array(entitySchema)
      .min(1)
      .max(MAX_ENTITIES)
      .describe('The entities of the service.'),
  })
  .meta({
    title: 'Perennial model',
    description: 'The data model of a generated service.',
  });

/** The properties of what stands under each property, for suggestions. */
export const PROPERTY_NAMES: ReadonlyMap<string, string[]> = new Map([
  ['model', Object.keys(modelSchema.shape)],
  ['entities', Object.keys(entitySchema.shape)],
  ['relations', Object.keys(relationSchema.shape)],
  ['fields', FIELD_PROPERTIES],
  ['items', ITEMS_PROPERTIES],
]);
