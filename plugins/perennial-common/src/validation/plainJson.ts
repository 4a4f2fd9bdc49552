import { ProblemList, show, type Pointer } from './problems';

/** No model needs more; deeper ones are made to exhaust the stack. */
const MAX_DEPTH = 40;

/** Values in a document, aliases followed. 500 entities of 200 fields fit. */
const MAX_VALUES = 2_000_000;

/** Control characters but tab, line feed and carriage return. */
const CONTROL_CHARACTER = /(?![\t\n\r])\p{Cc}/u;
const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Marks that turn the direction of text: code that holds one reads otherwise than it runs. */
const DIRECTION_MARK = /[\u200f\u202a-\u202e\u2066-\u2069]/;
const TEMPLATE_SYNTAX = /\$\{\{|\{%/;

function codePoint(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}

function checkText(
  text: string,
  pointer: Pointer,
  problems: ProblemList,
): void {
  const syntax = TEMPLATE_SYNTAX.exec(text)?.[0];
  if (syntax !== undefined) {
    problems.add(
      pointer,
      `The text holds ${syntax}, which Backstage's templates take for their own syntax.`,
      `Write it differently, with a space between: ${
        syntax === '{%' ? '{ %' : '$ {{'
      }.`,
    );
  }
  const control = CONTROL_CHARACTER.exec(text)?.[0];
  if (control !== undefined) {
    problems.add(
      pointer,
      `The text holds the control character ${codePoint(control)}.`,
      'Remove it.',
    );
  }
  const mark = DIRECTION_MARK.exec(text)?.[0];
  if (mark !== undefined) {
    problems.add(
      pointer,
      `The text holds the invisible character ${codePoint(
        mark,
      )}, which makes code read otherwise than it runs.`,
      'Remove it; text from right to left needs none.',
    );
  }
  if (LONE_SURROGATE.test(text)) {
    problems.add(
      pointer,
      'The text holds half of a character (an unpaired surrogate).',
      'Write the whole character.',
    );
  }
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    Object.getPrototypeOf(prototype) === null
  );
}

/**
 * Checks that a value is plain JSON of bearable size without text that some
 * later step would interpret. Whoever comes after may read it without fear.
 */
export function checkPlainJson(input: unknown, problems: ProblemList): void {
  let values = 0;
  const visit = (value: unknown, pointer: Pointer): void => {
    values += 1;
    if (values > MAX_VALUES || problems.isFull) return;
    if (pointer.length > MAX_DEPTH) {
      problems.add(
        pointer.slice(0, 8),
        `The model is nested deeper than ${MAX_DEPTH} levels.`,
        'Make it flatter.',
      );
      return;
    }
    if (value === null || typeof value === 'boolean') return;
    if (typeof value === 'string') {
      checkText(value, pointer, problems);
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) {
        problems.add(
          pointer,
          `${value} is not a number that JSON knows.`,
          'Write a finite number.',
        );
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, [...pointer, index]));
    } else if (typeof value === 'object' && isPlainObject(value)) {
      for (const key of Object.keys(value)) {
        const place = [...pointer, key];
        if (key === '__proto__') {
          problems.add(
            place,
            'A property cannot be called __proto__.',
            'Rename it.',
          );
          continue;
        }
        checkText(key, place, problems);
        const member = (value as Record<string, unknown>)[key];
        if (member !== undefined) visit(member, place);
      }
    } else {
      problems.add(
        pointer,
        `${show(value)} is not JSON.`,
        'Write text, a number, true, false, null, a list or an object.',
      );
    }
  };
  visit(input, []);
  if (values > MAX_VALUES) {
    problems.add(
      [],
      `The model holds more than ${MAX_VALUES} values.`,
      'Split it into several services.',
    );
  }
}
