import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * A model as it is being written: any JSON object, valid as a model or not, so
 * that no view loses what another one allows.
 */
export type DraftModel = JsonObject;

/** `['entities', 2, 'fields', 0, 'name']`. */
export type Pointer = readonly (string | number)[];

/** A change of the model. */
export interface Edit {
  /** What was done, for the tooltips of undo and redo and for screen readers; translated. */
  label: string;
  /**
   * Edits in a row with the same group are undone as one: the keys of a word
   * typed into one place. Leave it out for an edit that stands alone.
   */
  group?: string;
  /** Gives the new model; whatever did not change is the same object as before. */
  change: (model: DraftModel) => DraftModel;
}

export type { JsonObject, JsonValue };
