import type { JsonValue } from '../../draft/types';

/** How a value of the model is written into an input. */
export interface ValueFormat {
  /** The text for a value; undefined for a value that no text of this format means. */
  show(value: JsonValue): string | undefined;
  /** The value that a text means; undefined for none. */
  read(text: string): JsonValue | undefined;
  /** A text of several lines. */
  isLong?: boolean;
  /** Written with the font of code. */
  isCode?: boolean;
}

/** Digits that a number keeps for certain. */
const SAFE_DIGITS = 15;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A name: no text is a name too, and wrong as such. */
export const NAME: ValueFormat = {
  show: value => (typeof value === 'string' ? value : undefined),
  read: text => text,
};

/** A text, or none. */
export const TEXT: ValueFormat = {
  show: value =>
    typeof value === 'string' && value !== '' ? value : undefined,
  read: text => (text === '' ? undefined : text),
};

/** Several lines, or none. */
export const LONG_TEXT: ValueFormat = { ...TEXT, isLong: true };

/** A regular expression. */
export const PATTERN: ValueFormat = { ...TEXT, isCode: true };

/** A number; a text that is none is kept as it is, for the check to speak about. */
export const NUMERIC: ValueFormat = numberFormat(() => true);

/** A number, as a text where it has more digits than a number keeps. */
export const EXACT_NUMERIC: ValueFormat = {
  ...numberFormat(text => digitsOf(text) <= SAFE_DIGITS),
  show: value =>
    typeof value === 'number' ||
    (typeof value === 'string' && value.trim() !== '')
      ? `${value}`
      : undefined,
};

/** Any value as JSON; what is no JSON is a text. */
export const JSON_TEXT: ValueFormat = {
  isCode: true,
  show: value =>
    typeof value === 'string' &&
    value.trim() !== '' &&
    parseJson(value) === undefined
      ? value
      : JSON.stringify(value),
  read: text => {
    if (text.trim() === '') {
      return undefined;
    }
    const parsed = parseJson(text);
    return parsed === undefined ? text : parsed;
  },
};

/** How a value of a field is written: its default, its examples. */
export function formatOfType(type: string): ValueFormat {
  switch (type) {
    case 'integer':
    case 'number':
      return NUMERIC;
    case 'bigInteger':
    case 'decimal':
      return EXACT_NUMERIC;
    case 'boolean':
    case 'json':
    case 'array':
    case 'object':
      return JSON_TEXT;
    case 'text':
      return LONG_TEXT;
    default:
      return TEXT;
  }
}

/** The same for an item of a list, which stays in its place while it is empty. */
export function asItem(format: ValueFormat): ValueFormat {
  return {
    ...format,
    isLong: false,
    show: value => (value === '' ? '' : format.show(value)),
    read: text => format.read(text) ?? text,
  };
}

/** A value in short, for one that no input shows. */
export function describeValue(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Whether two values are the same JSON. */
export function isSameValue(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function numberFormat(isNumber: (text: string) => boolean): ValueFormat {
  const read = (text: string): JsonValue | undefined => {
    const trimmed = text.trim();
    if (trimmed === '') {
      return undefined;
    }
    const number = Number(trimmed);
    // Adding zero makes -0 a 0, which is what YAML and JSON keep of it.
    return NUMBER.test(trimmed) && Number.isFinite(number) && isNumber(trimmed)
      ? number + 0
      : text;
  };
  return {
    read,
    show: value => {
      if (typeof value === 'number') {
        return `${value}`;
      }
      // "5" in quotes would look like 5 and be wrong all the same.
      return typeof value === 'string' && read(value) === value
        ? value
        : undefined;
    },
  };
}

function digitsOf(text: string): number {
  return text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
