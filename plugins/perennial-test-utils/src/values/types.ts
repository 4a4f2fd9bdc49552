import type { FieldDocument } from '@perennial/plugin-perennial-common';

/** A value of JSON but null. */
export type Json = NonNullable<FieldDocument['default']>;

/** What constrains a value, and values that satisfy it, at least one. */
export interface FieldDraft {
  document: Omit<FieldDocument, 'name'>;
  values: Json[];
}
