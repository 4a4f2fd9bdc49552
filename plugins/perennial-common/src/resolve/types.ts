import type { FieldType, IdType, OnDelete, RelationKind } from '../model/types';
import type { JsonSchema } from '../wire/types';

/**
 * One name in the spellings of every target language.
 *
 * For an entity called "order item": pascal `OrderItem`, camel `orderItem`,
 * snake `order_item`, kebab `order-item`, title `Order item`.
 *
 * @public
 */
export interface NameForms {
  pascal: string;
  camel: string;
  snake: string;
  kebab: string;
  /** Sentence case, for headings and prose. */
  title: string;
}

/**
 * A field with everything that a template needs to write code for it.
 *
 * Free text (`description`, `default`, `pattern`, `values`, `examples`) is the
 * author's, unchanged: a template encodes it for its language (`| dump` gives a
 * JSON literal, valid in JavaScript, YAML and, for strings, Python). `comment`
 * is already safe inside a comment of every target language.
 *
 * @public
 */
export interface ResolvedField {
  /** Stable across renames; snake case of the first name. */
  key: string;
  /** The JSON property, exactly as the model writes it. */
  name: string;
  /** `name`, or `name_` where a target language or framework reserves it. */
  identifier: string;
  /** Spellings of `identifier`; `snake` is the Python attribute. */
  pascal: string;
  camel: string;
  snake: string;
  kebab: string;
  title: string;
  /** SQL column, at most 63 bytes. */
  column: string;
  type: FieldType;
  description: string;
  comment: string;
  required: boolean;
  unique: boolean;
  index: boolean;
  searchable: boolean;
  /** Accepted as `f=v` and `f[in]=v` in a list request. */
  filterable: boolean;
  /** Accepted as `f[gt]`, `f[gte]`, `f[lt]` and `f[lte]` too. */
  comparable: boolean;
  /** Accepted in `sort`. False for json, array and object. */
  sortable: boolean;
  hasDefault: boolean;
  /** The wire value used where the field is left out; `null` without a default. */
  default: unknown;
  /** Two to five distinct wire values that satisfy every constraint. */
  examples: unknown[];
  /** Lengths in code points. Always set for string, text, email and uri. */
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  /** Bounds; strings for decimal and bigInteger, wire strings for dates and times. */
  minimum?: number | string;
  maximum?: number | string;
  /** decimal: total digits and digits after the point. Always set for decimal. */
  precision?: number;
  scale?: number;
  /** enum. */
  values?: string[];
  /** array. */
  items?: ResolvedField;
  minItems?: number;
  maxItems?: number;
  /** object. */
  fields?: ResolvedField[];
  /** json: what names of members match, where the database does not take every name. */
  keyPattern?: string;
  /** JSON Schema 2020-12 of a non-null value on the wire, as published in OpenAPI. */
  schema: JsonSchema;
  /** Names of the index and of the unique constraint, at most 63 bytes, for a field that has one. */
  indexName: string;
  uniqueName: string;
}

/**
 * The part of an entity that others refer to it by. Small, so that a whole
 * model of them fits a render context.
 *
 * @public
 */
export interface EntityReference extends NameForms {
  key: string;
  /** As the model writes it. */
  name: string;
  plural: NameForms;
  description: string;
  comment: string;
  /** SQL table and MongoDB collection, at most 63 bytes. */
  table: string;
  /** URL path of the collection: `/api/v1/order-items`. */
  path: string;
  id: IdType;
  timestamps: boolean;
  softDelete: boolean;
  owned: boolean;
  /**
   * Position in an order in which every required reference points backwards
   * wherever the model allows it: the order to seed in.
   */
  order: number;
}

/**
 * A relation on its declaring side, the only one on the wire.
 *
 * @public
 */
export interface ResolvedRelation {
  key: string;
  name: string;
  /** Association name in code, escaped like a field's identifier. */
  identifier: string;
  pascal: string;
  camel: string;
  snake: string;
  kebab: string;
  title: string;
  kind: RelationKind;
  description: string;
  comment: string;
  target: EntityReference;
  /** The target is the declaring entity itself. */
  self: boolean;
  required: boolean;
  /** oneToOne. */
  unique: boolean;
  onDelete: OnDelete;
  /** JSON property: `category_id`, or `tag_ids` for manyToMany. */
  wireName: string;
  /** Attribute in code that holds the id (or ids). */
  attribute: string;
  /** Foreign key column of manyToOne and oneToOne. */
  column: string;
  /** Name of the derived inverse association on the target, unique there. */
  inverse: NameForms & { name: string; many: boolean };
  /** manyToMany only: the join table. */
  join?: {
    table: string;
    sourceColumn: string;
    targetColumn: string;
    pascal: string;
  };
  /** The target is seeded after the source, so a seed sets this in a second step. */
  deferred: boolean;
  /** Names of the foreign key and of its index, at most 63 bytes. */
  foreignKeyName: string;
  indexName: string;
  schema: JsonSchema;
}

/**
 * A relation seen from its target. Not on the wire; used for deletes and associations.
 *
 * @public
 */
export interface ResolvedInverse {
  /** The entity that declares the relation. */
  source: EntityReference;
  relation: Omit<ResolvedRelation, 'target' | 'schema'>;
}

/**
 * An entity with everything that a template needs to write code for it.
 *
 * @public
 */
export interface ResolvedEntity extends EntityReference {
  /** `name` of each entity is unique after normalisation; so is each of these in its entity. */
  fields: ResolvedField[];
  relations: ResolvedRelation[];
  inverses: ResolvedInverse[];
  /** Wire names accepted in `sort`, in order: id, timestamps, then fields. */
  sortable: string[];
  /** Fields that `q` looks into. */
  searchable: ResolvedField[];
  /** JSON Schemas of the object as answered, as created and as patched. */
  schemas: { read: JsonSchema; create: JsonSchema; update: JsonSchema };
  /** Two example bodies for POST (references left out where not required; `{ref}` placeholders otherwise). */
  examples: Record<string, unknown>[];
}

/**
 * A validated model, ready to render.
 *
 * @public
 */
export interface ResolvedModel {
  entities: ResolvedEntity[];
  /** Any entity is owned, so the service needs authentication. */
  hasOwned: boolean;
  hasSoftDelete: boolean;
  hasRelations: boolean;
  hasManyToMany: boolean;
  hasCascade: boolean;
  /** The types of all fields, those inside of arrays and objects too; sorted. */
  fieldTypes: FieldType[];
}
