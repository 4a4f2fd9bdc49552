import type { z } from 'zod';
import type { entitySchema, modelSchema, relationSchema } from './schema';
import type { FieldDocument } from './fieldSchema';

export type {
  FieldDocument,
  ItemsDocument,
  NestedDocument,
} from './fieldSchema';

/** A model as an author writes it. @public */
export type ModelDocument = z.infer<typeof modelSchema>;

/** An entity as an author writes it. @public */
export type EntityDocument = z.infer<typeof entitySchema>;

/** A relation as an author writes it. @public */
export type RelationDocument = z.infer<typeof relationSchema>;

/** Types of a field. @public */
export type FieldType = FieldDocument['type'];

/** Kinds of a relation. @public */
export type RelationKind = RelationDocument['kind'];

/** What happens to the referring row when the row that it refers to is deleted. @public */
export type OnDelete = NonNullable<RelationDocument['onDelete']>;

/** Type of an entity's id; objectId on MongoDB only. @public */
export type IdType = NonNullable<EntityDocument['id']>;

/** Database that a model is resolved for. @public */
export type Database = 'postgres' | 'mongo';

/** Options of validating and resolving. @public */
export interface ModelOptions {
  /** `postgres` where left out. */
  database?: Database;
}

/** Something wrong with a model, where, and what to do about it. @public */
export interface ModelProblem {
  /** For people: `entities[2].fields[0].name`; empty for the document itself. */
  path: string;
  /** For machines: `['entities', 2, 'fields', 0, 'name']`. */
  pointer: (string | number)[];
  message: string;
  /** What to do; a sentence of its own. */
  mend: string;
  /** One-based place in the text, where the text itself is not YAML. */
  line?: number;
  column?: number;
}
