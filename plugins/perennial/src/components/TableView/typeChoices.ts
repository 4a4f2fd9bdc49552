import { FIELD_TYPES } from '@perennial/plugin-perennial-common';
import type { Choice } from './cells/ChoiceCell';

/** The types of a field, to choose from. */
export const TYPE_CHOICES: readonly Choice[] = FIELD_TYPES.map(type => ({
  value: type,
  label: type,
}));
