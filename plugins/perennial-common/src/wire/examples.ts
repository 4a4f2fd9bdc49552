import { isPattern, parsePattern, samplePattern } from '../pattern';
import type { ResolvedField } from '../resolve/types';
import { fitText, textsFor } from './exampleText';
import { fromScaled, scaledBounds } from './decimal';
import { BIG_INTEGER_PRECISION } from './fieldSchema';
import type { JsonObject, JsonValue } from './types';
import { valueProblem, wireValue } from './values';

/** Examples that a field has where its type allows as many. */
export const EXAMPLE_COUNT = 5;

/** A field before its examples are made. */
export type ExampleShape = Omit<ResolvedField, 'examples'>;

function fill<Value>(make: (index: number) => Value): Value[] {
  return Array.from({ length: EXAMPLE_COUNT }, (_, index) => make(index));
}

function hexadecimal(text: string, length: number): string {
  let state = 0x811c9dc5;
  let result = '';
  for (let index = 0; result.length < length; index++) {
    state =
      Math.imul(
        state ^ (text.charCodeAt(index % text.length) + index),
        0x01000193,
      ) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    result += (state & 0xf).toString(16);
  }
  return result;
}

/** A UUID of version 4 that is the same in every render. */
export function exampleUuid(seed: string, index: number): string {
  const digits = hexadecimal(`${seed}/${index}`, 31);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(12, 15)}`,
    `a${digits.slice(15, 18)}`,
    digits.slice(18, 30),
  ].join('-');
}

/** Repetitions to try for a pattern: few first, as people would write. */
const REPETITIONS = [2, 4, 0, 1, 8, 16, 32, 64];
const SAMPLES_EACH = 12;

/** Values to try for a text: of its name first, then of its pattern. */
function* texts(field: ExampleShape): Iterable<string> {
  const minLength = field.minLength ?? 0;
  const maxLength = field.maxLength ?? 255;
  const named = textsFor(field.snake.replace(/_$/, ''), field.title);
  const fitted = named.map((text, index) =>
    fitText(text, index, minLength, maxLength),
  );
  yield* fitted;
  if (field.pattern === undefined) return;
  yield* fitted.map(text => text.toLowerCase());
  yield* fitted.map(text => text.toUpperCase());
  const pattern = parsePattern(field.pattern);
  if (!isPattern(pattern)) return;
  for (const extra of [...REPETITIONS, minLength, Math.floor(minLength / 2)]) {
    for (let seed = 0; seed < SAMPLES_EACH; seed++) {
      yield samplePattern(pattern, seed, extra);
    }
  }
}

function numbers(field: ExampleShape): number[] {
  const whole = field.type === 'integer';
  const low = field.minimum === undefined ? undefined : Number(field.minimum);
  const high = field.maximum === undefined ? undefined : Number(field.maximum);
  const usual = whole ? [12, 3, 40, 7, 25] : [12.5, 3.25, 40, 0.75, 19.5];
  const start = low ?? (high === undefined ? 0 : high - 4);
  const stepped = fill(index =>
    whole ? Math.ceil(start) + index : start + index,
  );
  const inside =
    low !== undefined && high !== undefined
      ? fill(index => low + ((high - low) * index) / EXAMPLE_COUNT)
      : [];
  return [
    ...usual,
    ...stepped,
    ...inside,
    ...(high === undefined ? [] : [high]),
  ];
}

function decimals(field: ExampleShape): string[] {
  const scale = field.scale ?? 0;
  const precision = field.precision ?? BIG_INTEGER_PRECISION;
  const { low, high } = scaledBounds({ ...field, precision, scale });
  const unit = 10n ** BigInt(scale);
  const usual = [19n, 5n, 120n, 49n, 8n].map(
    whole => whole * unit + (unit * 95n) / 100n,
  );
  const stepped = fill(
    index => (low > 0n || high < 0n ? low : 0n) + BigInt(index),
  );
  return [...usual, ...stepped, low, high].map(value =>
    fromScaled(value, scale),
  );
}

function moments(field: ExampleShape): string[] {
  const days = [
    '2026-01-15',
    '2026-03-02',
    '2025-11-30',
    '2024-02-29',
    '2026-07-21',
  ];
  const times = ['09:30:00', '14:05:00', '23:59:59', '00:00:00', '18:45:30'];
  const bounds = [field.minimum, field.maximum].flatMap(bound =>
    bound === undefined ? [] : [String(bound)],
  );
  const nearby = bounds.flatMap(bound => near(field, bound));
  if (field.type === 'date') return [...days, ...nearby, ...bounds];
  if (field.type === 'time') return [...times, ...nearby, ...bounds];
  return [
    ...days.map((day, index) => `${day}T${times[index]}.000Z`),
    ...nearby,
    ...bounds,
  ];
}

/** Values some steps after and before a bound. */
function near(field: ExampleShape, bound: string): string[] {
  const step = field.type === 'date' ? 86_400_000 : 60_000;
  const base = {
    date: `${bound}T00:00:00Z`,
    time: `2026-01-01T${bound.slice(0, 8)}Z`,
    dateTime: bound,
  }[field.type as 'date'];
  const start = Date.parse(base);
  return [1, 2, 3, 4, -1, -2, -3, -4].map(count => {
    const text = new Date(start + count * step).toISOString();
    if (field.type === 'date') return text.slice(0, 10);
    return field.type === 'time' ? text.slice(11, 19) : text;
  });
}

function arrays(field: ExampleShape): JsonValue[] {
  const pool = (field.items?.examples ?? []) as JsonValue[];
  if (pool.length === 0) return [];
  const least = field.minItems ?? 0;
  const most = field.maxItems ?? Math.max(least, 3);
  return [2, 1, 3, least, Math.min(most, least + 4)].map(count => {
    const size = Math.min(Math.max(count, least), most);
    return Array.from(
      { length: size },
      (_, index) => pool[(index + count) % pool.length],
    );
  });
}

function objects(field: ExampleShape): JsonValue[] {
  return fill(index => {
    const members: JsonObject = {};
    for (const member of field.fields ?? []) {
      members[member.name] = member.examples[
        index % member.examples.length
      ] as JsonValue;
    }
    return members;
  });
}

function candidates(field: ExampleShape): Iterable<JsonValue> {
  switch (field.type) {
    case 'integer':
    case 'number':
      return numbers(field);
    case 'bigInteger':
    case 'decimal':
      return decimals(field);
    case 'boolean':
      return [true, false];
    case 'date':
    case 'time':
    case 'dateTime':
      return moments(field);
    case 'uuid':
      return fill(index => exampleUuid(field.key, index));
    case 'email': {
      const people = ['ada', 'grace.hopper', 'alan', 'edsger.d', 'barbara'];
      return people.flatMap((name, index) => [
        `${name}@example.com`,
        `${name[0]}${index}@example.org`,
      ]);
    }
    case 'uri': {
      const base = 'https://example.com/';
      const padding = 'x'.repeat(
        Math.max(0, (field.minLength ?? 0) - base.length - 1),
      );
      return fill(index => `${base}${padding}${index + 1}`);
    }
    case 'enum':
      return field.values ?? [];
    case 'json':
      return [{ note: 'any JSON' }, ['a', 1, true], 'text', 7, false];
    case 'array':
      return arrays(field);
    case 'object':
      return objects(field);
    default:
      return texts(field);
  }
}

/**
 * Values of a field that satisfy every constraint, the author's own first;
 * none where the pattern and the lengths leave nothing that can be found.
 */
export function makeExamples(
  field: ExampleShape,
  own: JsonValue[],
): JsonValue[] {
  const seen = new Set<string>();
  const result: JsonValue[] = [];
  const wanted = Math.max(EXAMPLE_COUNT, own.length);
  for (const pool of [own, candidates(field)]) {
    for (const candidate of pool) {
      if (result.length >= wanted) return result;
      if (valueProblem(field, candidate) !== undefined) continue;
      const value = wireValue(field, candidate);
      const key = JSON.stringify(value);
      if (seen.has(key)) continue;
      seen.add(key);
      result.push(value);
    }
  }
  return result;
}
