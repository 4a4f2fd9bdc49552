/** Entities that a model may have. @public */
export const MAX_ENTITIES = 500;

/** Fields that an entity or an object field may have. @public */
export const MAX_FIELDS = 200;

/** Relations that an entity may declare. @public */
export const MAX_RELATIONS = 100;

/** Levels of `items` and `fields` below a field of an entity. @public */
export const MAX_NESTING = 8;

/** Size of a model document as text. @public */
export const MAX_MODEL_BYTES = 1024 * 1024;

/** PostgreSQL cuts longer identifiers off without an error. @public */
export const MAX_IDENTIFIER_BYTES = 63;

/** Bytes of a string that a B-tree index entry holds, four for each code point, with room to spare. @public */
export const MAX_INDEXED_LENGTH = 600;

/** Length in code points of a string, text, email or uri without a `maxLength`. @public */
export const DEFAULT_MAX_LENGTH = {
  string: 255,
  text: 65_535,
  email: 254,
  uri: 2_048,
} as const;

/** Digits of a decimal without `precision` and `scale`. @public */
export const DEFAULT_PRECISION = 18;

/** Digits after the point of a decimal without `scale`. @public */
export const DEFAULT_SCALE = 2;

/** Digits that a decimal may have. @public */
export const MAX_PRECISION = 38;

/**
 * Characters of the list parameter q on MongoDB, which takes no pattern over
 * 32,764 bytes.
 *
 * @public
 */
export const MAX_MONGO_SEARCH_LENGTH = 4096;

/** Digits that a decimal of MongoDB may have. @public */
export const MAX_MONGO_PRECISION = 34;

/**
 * Indexes that an entity may ask for on MongoDB, whose collections have at most
 * 64: the rest is for the id, the owner and what a deletion needs.
 *
 * @public
 */
export const MAX_MONGO_INDEXES = 60;
