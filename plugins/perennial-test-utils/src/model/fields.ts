import {
  type FieldDocument,
  type FieldType,
  MAX_INDEXED_LENGTH,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { fieldName } from '../names';
import { fieldDraft } from '../values/nested';
import type { FieldDraft } from '../values/types';

/** A field before its name is known to be free. */
export interface FieldIdea {
  name: string;
  draft: FieldDraft;
  required: boolean;
  unique: boolean;
  index: boolean;
  searchable: boolean;
  default: 'none' | 'null' | 'value';
}

/** Fields; the simplest is an optional string. */
export const fieldIdea: fc.Arbitrary<FieldIdea> = fc.record({
  name: fieldName,
  draft: fieldDraft,
  required: fc.boolean(),
  unique: fc.constantFrom(false, false, false, true),
  index: fc.boolean(),
  searchable: fc.boolean(),
  default: fc.constantFrom('none', 'none', 'value', 'null'),
});

const TEXTS: FieldType[] = ['string', 'text', 'email', 'uri'];
const UNINDEXED: FieldType[] = ['json', 'array', 'object'];
/** Types whose usual length no index holds. */
const LONG: FieldType[] = ['text', 'uri'];

/** Made to fit an index, which a text of any length does not. */
function indexable(document: FieldDraft['document']): FieldDraft['document'] {
  const { type, maxLength } = document;
  const isLong =
    maxLength === undefined
      ? LONG.includes(type)
      : maxLength > MAX_INDEXED_LENGTH;
  return isLong ? { ...document, maxLength: MAX_INDEXED_LENGTH } : document;
}

const FEW_VALUES: FieldType[] = ['boolean', 'enum'];
const FEW_CHARACTERS = 20;
const FEW_DIGITS = 6;

/** Whether a field takes so many values that hundreds of rows can differ in it. */
function hasRoom({ document }: FieldDraft): boolean {
  const { type, pattern, minimum, maximum, maxLength, precision } = document;
  return (
    !FEW_VALUES.includes(type) &&
    pattern === undefined &&
    (minimum === undefined || maximum === undefined) &&
    (maxLength ?? Infinity) >= FEW_CHARACTERS &&
    (precision ?? Infinity) >= FEW_DIGITS
  );
}

/** The field of an idea, without what does not go together. */
export function fieldOf(
  idea: FieldIdea,
  name: string,
  roomForRows: boolean,
): FieldDocument {
  const { draft, required } = idea;
  const { type } = draft.document;
  const canIndex = !UNINDEXED.includes(type);
  const unique =
    idea.unique &&
    canIndex &&
    draft.values.length > 1 &&
    (!roomForRows || hasRoom(draft));
  const index = idea.index && canIndex;
  // What a pattern and lengths leave together is hard to find; these are known.
  const isHardToFind =
    draft.document.pattern !== undefined &&
    (draft.document.maxLength !== undefined ||
      draft.document.minLength !== undefined);
  return {
    name,
    ...(unique || index ? indexable(draft.document) : draft.document),
    ...(isHardToFind ? { examples: draft.values } : {}),
    ...(required ? { required } : {}),
    ...(unique ? { unique } : {}),
    ...(index ? { index } : {}),
    ...(idea.searchable && TEXTS.includes(type) ? { searchable: true } : {}),
    ...(idea.default === 'value' && !unique
      ? { default: draft.values[0] }
      : {}),
    ...(idea.default === 'null' && !required ? { default: null } : {}),
  };
}
