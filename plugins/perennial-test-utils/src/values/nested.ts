import type { FieldDocument } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { listOf } from '../lists';
import { fieldName, Scope } from '../names';
import { hostileText } from '../texts';
import { SCALAR_DRAFTS } from './scalars';
import type { FieldDraft, Json } from './types';

/** Levels of arrays and objects below a field, far from the most that a model may have. */
const LEVELS = 3;
const MOST_ITEMS = 10;

const examples = fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 4 });
const description = fc.option(hostileText, { nil: undefined, freq: 3 });

/** With what an item and a field have both: a description and examples. */
function described(drafts: fc.Arbitrary<FieldDraft>): fc.Arbitrary<FieldDraft> {
  return fc
    .record({ draft: drafts, text: description, count: examples })
    .map(({ draft: { document, values }, text, count }) => ({
      document: {
        ...document,
        ...(text === undefined ? {} : { description: text }),
        ...(count === undefined ? {} : { examples: values.slice(0, count) }),
      },
      values,
    }));
}

function arrayOf(items: fc.Arbitrary<FieldDraft>): fc.Arbitrary<FieldDraft> {
  return fc
    .record({
      items,
      size: fc.nat({ max: 4 }),
      minItems: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
      room: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    })
    .map(({ items: { document, values }, size, minItems, room }) => {
      const least = minItems ?? 0;
      const count = Math.max(least, size);
      const most = room === undefined ? MOST_ITEMS : count + room;
      const list = (length: number): Json =>
        Array.from({ length }, (_, index) => values[index % values.length]);
      return {
        document: {
          type: 'array',
          items: document as FieldDocument['items'],
          ...(minItems === undefined ? {} : { minItems }),
          ...(room === undefined ? {} : { maxItems: most }),
        },
        values: [list(count), list(Math.min(Math.max(least, 1), most))],
      };
    });
}

function objectOf(members: fc.Arbitrary<FieldDraft>): fc.Arbitrary<FieldDraft> {
  const member = fc.record({
    name: fieldName,
    draft: members,
    required: fc.boolean(),
    withDefault: fc.boolean(),
  });
  return listOf(member, { minLength: 1, maxLength: 3 }).map(drafts => {
    const scope = new Scope();
    const named = drafts.map(draft => ({
      ...draft,
      name: scope.claim(draft.name),
    }));
    const value = (index: number, all: boolean): Json =>
      Object.fromEntries(
        named
          .filter(({ required }) => all || required)
          .map(({ name, draft: { values } }) => [
            name,
            values[index % values.length],
          ]),
      );
    return {
      document: {
        type: 'object',
        fields: named.map(({ name, draft, required, withDefault }) => ({
          name,
          ...draft.document,
          ...(required ? { required } : {}),
          ...(withDefault ? { default: draft.values[0] } : {}),
        })),
      },
      values: [value(0, true), value(1, false)],
    };
  });
}

const scalars = described(
  fc.oneof({ withCrossShrink: true }, ...Object.values(SCALAR_DRAFTS)),
);

const SCALAR_WEIGHT = Object.keys(SCALAR_DRAFTS).length;
const NESTED_WEIGHT = 3;

/** What constrains a value of any type. */
export const fieldDraft: fc.Arbitrary<FieldDraft> = Array.from({
  length: LEVELS,
}).reduce<fc.Arbitrary<FieldDraft>>(
  inner =>
    fc.oneof(
      { withCrossShrink: true },
      { weight: SCALAR_WEIGHT, arbitrary: scalars },
      { weight: NESTED_WEIGHT, arbitrary: described(arrayOf(inner)) },
      { weight: NESTED_WEIGHT, arbitrary: described(objectOf(inner)) },
    ),
  scalars,
);
