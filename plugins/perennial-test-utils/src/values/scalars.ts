import type { FieldType } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { hostileLine, hostileText } from '../texts';
import { orderedDrafts } from './ordered';
import { emailDraft, textDraft, uriDraft } from './texts';
import type { FieldDraft, Json } from './types';

const MAX_VALUE_BYTES = 63;

const boolean: fc.Arbitrary<FieldDraft> = fc.constant({
  document: { type: 'boolean' },
  values: [false, true],
});

const uuid: fc.Arbitrary<FieldDraft> = fc
  .uniqueArray(fc.uuid(), { minLength: 2, maxLength: 3 })
  .map(values => ({ document: { type: 'uuid' }, values }));

/** Cut to whole characters that fit PostgreSQL's names. */
function shortened(text: string): string {
  const encoder = new TextEncoder();
  let result = '';
  for (const character of text) {
    if (encoder.encode(result + character).length > MAX_VALUE_BYTES) break;
    result += character;
  }
  return result.trim();
}

const enumeration: fc.Arbitrary<FieldDraft> = fc
  .uniqueArray(hostileLine.map(shortened), { minLength: 1, maxLength: 5 })
  .map(values => ({ document: { type: 'enum', values }, values }));

const plainJson: fc.Arbitrary<Json> = fc.oneof(
  { withCrossShrink: true },
  fc.boolean(),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    // JSON has one zero only.
    .map(value => (value === 0 ? 0 : value)),
  hostileText,
);

const { anyJson } = fc.letrec<{ anyJson: Json }>(tie => ({
  anyJson: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plainJson,
    fc
      .array(fc.option(tie('anyJson')), { maxLength: 3 })
      .map(value => value as Json),
    fc
      .dictionary(hostileText, fc.option(tie('anyJson')), {
        maxKeys: 3,
        noNullPrototype: true,
      })
      .map(value => value as Json),
  ),
}));

const json: fc.Arbitrary<FieldDraft> = fc
  .array(anyJson, { minLength: 1, maxLength: 2 })
  .map(values => ({ document: { type: 'json' }, values }));

/** Drafts of every type that holds no other. */
export const SCALAR_DRAFTS: Record<
  Exclude<FieldType, 'array' | 'object'>,
  fc.Arbitrary<FieldDraft>
> = {
  string: textDraft('string'),
  text: textDraft('text'),
  ...orderedDrafts,
  boolean,
  uuid,
  email: emailDraft,
  uri: uriDraft,
  enum: enumeration,
  json,
};
