import type { FieldDocument } from '@perennial/plugin-perennial-common';

/** A field without its name, and what to say of how it was found. */
export interface ColumnType {
  field: Omit<FieldDocument, 'name'>;
  note?: string;
}

const INT32 = 2_147_483_647;

/** Digits that a bigInteger holds. */
const MOST_DIGITS = 18;

const WHOLE = /^[+-]?(?:0|[1-9][0-9]*)$/;
const FRACTION = /^[+-]?(?:0|[1-9][0-9]*)\.([0-9]+)$/;
const COMMA_FRACTION = /^[+-]?(?:0|[1-9][0-9]*),([0-9]+)$/;
const NUMBER = /^[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const LOCAL_DATE =
  /^(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?$/;
const TIME =
  /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?$/;
const MOMENT =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z| ?[+-][0-9]{2}:?[0-9]{2})?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@"]+@[^\s@".]+(?:\.[^\s@".]+)+$/;
const URI = /^https?:\/\/[^\s/?#"<>]+[^\s"<>]*$/i;

function isDate(text: string): boolean {
  return (
    DATE.test(text) &&
    new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
  );
}

function isMoment(text: string): boolean {
  return MOMENT.test(text) && isDate(text.slice(0, 10));
}

const TRUTHS = [
  ['true', 'false'],
  ['yes', 'no'],
];

/** One of them alone could be the first letter of anything. */
const SHORT_TRUTHS = [
  ['t', 'f'],
  ['y', 'n'],
];

function isTruth(values: readonly string[]): boolean {
  const distinct = [...new Set(values.map(value => value.toLowerCase()))];
  return (
    TRUTHS.some(pair => distinct.every(value => pair.includes(value))) ||
    (distinct.length === 2 &&
      SHORT_TRUTHS.some(pair => distinct.every(value => pair.includes(value))))
  );
}

function wholeType(values: readonly string[]): ColumnType {
  const most = Math.max(
    ...values.map(value => value.replace(/^[+-]/, '').length),
  );
  if (most > MOST_DIGITS)
    return {
      field: { type: 'string' },
      note: `It holds numbers of ${most} digits, more than any number here, so it becomes a string.`,
    };
  const isBig = values.some(value => Math.abs(Number(value)) > INT32);
  return { field: { type: isBig ? 'bigInteger' : 'integer' } };
}

/** Most digits after the point of what is an amount rather than a measurement. */
const MOST_SCALE = 4;

/** Fractions of the same number of digits each are exact amounts. */
function fractionType(
  values: readonly string[],
  pattern: RegExp,
): ColumnType | undefined {
  const scales = new Set(
    values.map(value => pattern.exec(value)?.[1].length ?? 0),
  );
  const [scale] = scales;
  return scales.size === 1 && scale > 0 && scale <= MOST_SCALE
    ? { field: { type: 'decimal', scale } }
    : undefined;
}

/** Values that repeat are a choice, if there are enough of them to tell. */
const FEWEST_REPEATS = 5;
const MOST_CHOICES = 12;
const LONGEST_CHOICE = 40;

function choices(values: readonly string[]): string[] | undefined {
  const distinct = [...new Set(values)];
  const isChoice =
    distinct.length > 1 &&
    distinct.length <= MOST_CHOICES &&
    distinct.length * FEWEST_REPEATS <= values.length &&
    distinct.every(value => value.length <= LONGEST_CHOICE);
  return isChoice ? distinct : undefined;
}

const DEFAULT_LENGTH = 255;

function textType(values: readonly string[]): ColumnType {
  const found = choices(values);
  if (found !== undefined)
    return {
      field: { type: 'enum', values: found },
      note: `It has ${found.length} values that repeat, so it becomes an enum of them.`,
    };
  const lengths = new Set(values.map(value => Array.from(value).length));
  const longest = Math.max(0, ...lengths);
  if (longest > DEFAULT_LENGTH) return { field: { type: 'text' } };
  const isCode = lengths.size === 1 && values.length >= FEWEST_REPEATS;
  return { field: { type: 'string', ...(isCode && { maxLength: longest }) } };
}

const BY_FORM: [FieldDocument['type'], (value: string) => boolean][] = [
  ['date', isDate],
  ['dateTime', isMoment],
  ['time', value => TIME.test(value)],
  ['uuid', value => UUID.test(value)],
  ['email', value => EMAIL.test(value)],
  ['uri', value => URI.test(value)],
];

/** Whether a text is a value rather than a name. */
export function isValue(text: string): boolean {
  return (
    NUMBER.test(text) ||
    LOCAL_DATE.test(text) ||
    BY_FORM.some(([, isOfForm]) => isOfForm(text))
  );
}

/** What people and tools write for no value, where it is not a value itself, such as a country's code. */
const MISSING = /^(?:N\/?A|#N\/A|NaN|None|nil|unknown|-|\.|\?)$/i;

const TEXTS: FieldDocument['type'][] = ['string', 'text', 'enum'];

/** The values of a column without what stands for none, if the others are no texts. */
export function presentValues(cells: readonly string[]): {
  values: readonly string[];
  /** What the first of them holds that was taken for none. */
  mark?: string;
} {
  const mark = cells.find(cell => MISSING.test(cell));
  if (mark === undefined) return { values: cells };
  const present = cells.filter(cell => !MISSING.test(cell));
  return present.length > 0 && !TEXTS.includes(columnType(present).field.type)
    ? { values: present, mark }
    : { values: cells };
}

/** The type that all values of a column have; none of them is empty. */
export function columnType(values: readonly string[]): ColumnType {
  if (values.length === 0)
    return {
      field: { type: 'string' },
      note: 'It is empty in every row that was read, so it becomes a string.',
    };
  if (isTruth(values)) return { field: { type: 'boolean' } };
  const all = (pattern: RegExp) => values.every(value => pattern.test(value));
  if (all(WHOLE)) return wholeType(values);
  if (all(NUMBER))
    return fractionType(values, FRACTION) ?? { field: { type: 'number' } };
  const form = BY_FORM.find(([, isOfForm]) => values.every(isOfForm));
  if (form !== undefined) return { field: { type: form[0] } };
  if (all(COMMA_FRACTION))
    return {
      field: { type: 'number' },
      ...fractionType(values, COMMA_FRACTION),
      note: 'Its numbers are written with a comma; services write them with a point.',
    };
  if (all(LOCAL_DATE))
    return {
      field: { type: 'string' },
      note: 'Its dates are not written as 2026-01-31, so it stays a string. Make it a date if that is what it is.',
    };
  return textType(values);
}
