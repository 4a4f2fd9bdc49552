import type {
  ImportFormat,
  ImportNote,
} from '@perennial/plugin-perennial-interchange';

/** What a text can be: a schema of another language, or a model of ours. */
export type SourceFormat = ImportFormat | 'model';

/** A text to import. */
export interface ImportSource {
  text: string;
  /** Where it is a file. */
  fileName?: string;
}

/** A model, ready to be taken. */
export interface ImportOutcome {
  /** What the person knows it by. */
  name: string;
  /** As YAML or JSON. */
  text: string;
  counts: { entities: number; fields: number; relations: number };
  notes: readonly ImportNote[];
  /** Of a model of ours, which is taken with its problems. */
  problemCount: number;
}
