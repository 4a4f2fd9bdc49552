import { z } from 'zod';
import { MAX_FIELDS, MAX_PRECISION } from './limits';

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

/** Characters of a name. */
export const NAME_LENGTH = 63;
const TEXT_LENGTH = 4_000;
const VALUE_LENGTH = 255;
const PATTERN_LENGTH = 500;
const MAX_LENGTH = 1_000_000;
const MAX_ITEMS = 10_000;

/** Schema of a key. */
export const key = z
  .string()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[a-z][a-z0-9_]*$/)
  .describe(
    'Identity that survives a rename; filled in when the service is generated. Leave it alone when you rename.',
  );

/** Schema of a description. */
export const description = z
  .string()
  .max(TEXT_LENGTH)
  .describe('What it means, for readers of the code and of the API document.');

/** Schema of a field's or relation's name. */
export const fieldName = z
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

/** What constrains a value: a field without its name and its place in a table. @public */
export const valueSchema = z.strictObject(constraints);

/** A field without what it holds. @public */
export const plainFieldSchema = z.strictObject({
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
export type FieldDocument = z.infer<typeof plainFieldSchema> & NestedDocument;

// The compiler cannot infer a schema that refers to itself, so the types of the
// two recursive members are spelt out above and everything else is inferred.
// The getters run when the schemas below are there.
/* eslint-disable @typescript-eslint/no-use-before-define */
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
/* eslint-enable @typescript-eslint/no-use-before-define */

/** Schema of what an array holds. @public */
export const itemsSchema: z.ZodType<ItemsDocument> = valueSchema
  .extend(nested)
  .meta({ id: 'Items', description: 'What an array holds.' });

/** Schema of a field. @public */
export const fieldSchema: z.ZodType<FieldDocument> = plainFieldSchema
  .extend(nested)
  .meta({
    id: 'Field',
    description: 'A value that every row of an entity has.',
  });

const NESTED_PROPERTIES = ['items', 'fields'];

/** The properties of a field. */
export const FIELD_PROPERTIES = [
  ...Object.keys(plainFieldSchema.shape),
  ...NESTED_PROPERTIES,
];

/** The properties of what an array holds. */
export const ITEMS_PROPERTIES = [
  ...Object.keys(valueSchema.shape),
  ...NESTED_PROPERTIES,
];
