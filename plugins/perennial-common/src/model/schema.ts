import { z } from 'zod';
import {
  MAX_ENTITIES,
  MAX_FIELDS,
  MAX_PRECISION,
  MAX_RELATIONS,
} from './limits';

/** What an entity may be called. @public */
export const ENTITY_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9 _-]*$/;

/** What a field or a relation may be called. @public */
export const FIELD_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The types of a field, in the order in which they are offered. @public */
export const FIELD_TYPES = [
  'string',
  'text',
  'integer',
  'bigInteger',
  'number',
  'decimal',
  'boolean',
  'date',
  'time',
  'dateTime',
  'uuid',
  'email',
  'uri',
  'enum',
  'json',
  'array',
  'object',
] as const;

const NAME_LENGTH = 63;
const TEXT_LENGTH = 4_000;
const VALUE_LENGTH = 255;
const PATTERN_LENGTH = 500;
const MAX_LENGTH = 1_000_000;
const MAX_ITEMS = 10_000;

const key = z
  .string()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[a-z][a-z0-9_]*$/)
  .describe(
    'Identity that survives a rename; filled in when the service is generated. Leave it alone when you rename.',
  );

const description = z
  .string()
  .max(TEXT_LENGTH)
  .describe('What it means, for readers of the code and of the API document.');

const fieldName = z
  .string()
  .min(1)
  .max(NAME_LENGTH)
  .regex(FIELD_NAME_PATTERN)
  .describe(
    'Name on the wire, exactly as written here; code and columns get it in their own spelling.',
  );

const jsonValue = z.json();

const length = z.int().min(0).max(MAX_LENGTH);
const bound = z.union([z.number(), z.string().min(1).max(VALUE_LENGTH)]);

const constraints = {
  type: z.enum(FIELD_TYPES).describe('Type of the value.'),
  description: description.optional(),
  examples: z
    .array(jsonValue)
    .max(20)
    .describe('Values to show in the API document and to seed with.')
    .optional(),
  minLength: length
    .describe('Fewest code points of a string, text, email or uri.')
    .optional(),
  maxLength: length
    .describe('Most code points of a string, text, email or uri.')
    .optional(),
  pattern: z
    .string()
    .min(1)
    .max(PATTERN_LENGTH)
    .describe(
      'Regular expression that a string or text matches somewhere; anchor it with ^ and $ to match the whole.',
    )
    .optional(),
  minimum: bound
    .describe(
      'Smallest number, date or time. In quotes for dates, times and numbers with over 15 digits.',
    )
    .optional(),
  maximum: bound
    .describe(
      'Largest number, date or time. In quotes for dates, times and numbers with over 15 digits.',
    )
    .optional(),
  precision: z
    .int()
    .min(1)
    .max(MAX_PRECISION)
    .describe('Digits of a decimal in all.')
    .optional(),
  scale: z
    .int()
    .min(0)
    .max(MAX_PRECISION)
    .describe('Digits of a decimal after the point.')
    .optional(),
  values: z
    .array(z.string().min(1).max(VALUE_LENGTH))
    .max(500)
    .describe('Values of an enum.')
    .optional(),
  minItems: z
    .int()
    .min(0)
    .max(MAX_ITEMS)
    .describe('Fewest items of an array.')
    .optional(),
  maxItems: z
    .int()
    .min(0)
    .max(MAX_ITEMS)
    .describe('Most items of an array.')
    .optional(),
};

const valueSchema = z.strictObject(constraints);

const fieldOnlySchema = z.strictObject({
  name: fieldName,
  key: key.optional(),
  ...constraints,
  required: z
    .boolean()
    .describe('A value must be given, or a default is there.')
    .optional(),
  unique: z
    .boolean()
    .describe('No two rows have the same value. Implies an index.')
    .optional(),
  index: z
    .boolean()
    .describe('Indexed, so lists can be filtered by it.')
    .optional(),
  searchable: z
    .boolean()
    .describe('Looked into by the list parameter q.')
    .optional(),
  default: jsonValue.describe('Value where none is given.').optional(),
});

/** The members of `items` and of a field that hold others. @public */
export interface NestedDocument {
  /** What an array holds. */
  items?: ItemsDocument;
  /** Members of an object. */
  fields?: FieldDocument[];
}

/** What an array holds, as an author writes it: a field without a name. @public */
export type ItemsDocument = z.infer<typeof valueSchema> & NestedDocument;

/** A field as an author writes it. @public */
export type FieldDocument = z.infer<typeof fieldOnlySchema> & NestedDocument;

// The compiler cannot infer a schema that refers to itself, so the types of the
// two recursive members are spelt out above and everything else is inferred.
const nested = {
  get items(): z.ZodOptional<z.ZodType<ItemsDocument>> {
    return itemsSchema.optional();
  },
  get fields(): z.ZodOptional<z.ZodType<FieldDocument[]>> {
    return z
      .array(fieldSchema)
      .max(MAX_FIELDS)
      .describe('Members of an object.')
      .optional();
  },
};

/** Schema of what an array holds. @public */
export const itemsSchema: z.ZodType<ItemsDocument> = valueSchema
  .extend(nested)
  .meta({ id: 'Items', description: 'What an array holds.' });

/** Schema of a field. @public */
export const fieldSchema: z.ZodType<FieldDocument> = fieldOnlySchema
  .extend(nested)
  .meta({
    id: 'Field',
    description: 'A value that every row of an entity has.',
  });

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
