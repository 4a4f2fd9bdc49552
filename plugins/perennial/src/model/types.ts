import type { JsonObject } from '@backstage/types';

/** A problem of the model, with its place in the text. Offsets count UTF-16 code units. */
export interface PlacedProblem {
  /** `entities[2].fields[0].name`; empty for the text as a whole. */
  path: string;
  message: string;
  mend: string;
  from: number;
  to: number;
  /** From 1. */
  line: number;
}

/** One entity of what will be made. */
export interface EntitySummary {
  name: string;
  path: string;
  fieldCount: number;
  relations: { name: string; target: string }[];
  owned: boolean;
  softDelete: boolean;
}

/** What a model comes to. */
export interface ModelSummary {
  entities: EntitySummary[];
  fieldCount: number;
  relationCount: number;
  endpointCount: number;
}

/**
 * What a text says.
 *
 * `model` is there wherever the text is a YAML mapping, valid as a model or
 * not: the form keeps it, and its validation refuses what is not valid.
 */
export type ModelReading =
  | { state: 'empty'; text: string }
  | {
      state: 'invalid';
      text: string;
      problems: PlacedProblem[];
      model?: JsonObject;
    }
  | {
      state: 'valid';
      text: string;
      model: JsonObject;
      summary: ModelSummary;
    };
