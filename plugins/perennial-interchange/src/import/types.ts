import type {
  Database,
  ModelDocument,
} from '@perennial/plugin-perennial-common';

/** A schema language that a model can be read from. @public */
export type ImportFormat =
  | 'sql'
  | 'openapi'
  | 'jsonSchema'
  | 'prisma'
  | 'jdl'
  | 'csv';

/** Something of the source that the model does not say, or says otherwise. @public */
export interface ImportNote {
  /** Where in the source, in its own words: `table film, column rating`. */
  place: string;
  /** From 1, where the parser tells. */
  line?: number;
  /** What it was, and what became of it. One or two sentences. */
  message: string;
}

/** A model that was read from another schema language. @public */
export interface ImportResult {
  /** Valid: `validateModel` finds nothing, whatever the source holds. */
  model: ModelDocument;
  /** What could not be carried over, in the order of the source. */
  notes: ImportNote[];
}

/** What to read. @public */
export interface ImportOptions {
  format: ImportFormat;
  text: string;
  /** Names the entity of a CSV, and of a JSON Schema without a title. */
  fileName?: string;
  /** The database of the service. Default: `postgres`. */
  database?: Database;
}
