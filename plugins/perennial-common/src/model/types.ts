/** Types of a field. @public */
export type FieldType =
  | 'string' | 'text' | 'integer' | 'bigInteger' | 'number' | 'decimal'
  | 'boolean' | 'date' | 'time' | 'dateTime' | 'uuid' | 'email' | 'uri'
  | 'enum' | 'json' | 'array' | 'object';

/** Kinds of a relation. @public */
export type RelationKind = 'manyToOne' | 'oneToOne' | 'manyToMany';

/** What happens to the referring row when the row that it refers to is deleted. @public */
export type OnDelete = 'cascade' | 'restrict' | 'setNull';

/** Type of an entity's id; objectId on MongoDB only. @public */
export type IdType = 'uuid' | 'integer' | 'objectId';
