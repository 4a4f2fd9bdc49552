import type { z } from 'zod';
import { FIELD_TYPES } from '../model/fieldSchema';
import { modelSchema, PROPERTY_NAMES } from '../model/schema';
import type { ModelDocument } from '../model/types';
import { ProblemList, show, type Pointer } from './problems';
import { closest, closestType } from './suggest';

type Issue = z.core.$ZodIssue;

/** Properties that the object at a place may have. */
function keysAt(pointer: Pointer): string[] {
  const names = pointer.filter(step => typeof step === 'string');
  const kind = names.length === 0 ? 'model' : String(names[names.length - 1]);
  return PROPERTY_NAMES.get(kind) ?? [];
}

function list(words: readonly unknown[]): string {
  return words.map(String).join(', ');
}

function valueAt(input: unknown, pointer: Pointer): unknown {
  let value = input;
  for (const step of pointer) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, step)
    )
      return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

const TYPE_WORDS = new Map([
  ['string', 'text (in quotes where it looks like something else)'],
  ['boolean', 'true or false'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['array', 'a list'],
  ['object', 'an object with properties'],
]);

function wrongType(
  issue: Issue & { code: 'invalid_type' },
  pointer: Pointer,
  value: unknown,
): [string, string] {
  const expected = TYPE_WORDS.get(issue.expected) ?? issue.expected;
  const last = pointer[pointer.length - 1];
  if (value === undefined)
    return [`${show(last)} is missing.`, `Add it: ${expected}.`];
  const found = value === null ? 'nothing (null)' : show(value);
  return [`Expected ${expected}, but found ${found}.`, `Write ${expected}.`];
}

function wrongName(pointer: Pointer, value: unknown): [string, string] {
  const inEntity =
    pointer.filter(step => typeof step === 'string').length === 2;
  const last = pointer[pointer.length - 1];
  if (last === 'key') {
    return [
      `${show(value)} is not a key.`,
      'Keys are lower-case letters, digits and underscores; leave it out to have it filled in.',
    ];
  }
  const allowed = inEntity
    ? 'letters, digits, spaces, - and _'
    : 'letters, digits and _';
  return [
    `${show(value)} cannot be a name.`,
    `Rename it: a letter of the English alphabet first, then ${allowed}.`,
  ];
}

function wrongSize(
  issue: Issue & { code: 'too_big' | 'too_small' },
  pointer: Pointer,
  value: unknown,
): [string, string] {
  const most = issue.code === 'too_big';
  const limit = most ? issue.maximum : issue.minimum;
  const last = pointer[pointer.length - 1];
  if (issue.origin === 'array') {
    const count = Array.isArray(value) ? value.length : 0;
    const what = String(last);
    return most
      ? [
          `There are ${count} ${what}; at most ${limit} are allowed.`,
          what === 'entities'
            ? 'Split the model into several services.'
            : 'Remove some.',
        ]
      : [`There are no ${what}.`, 'Add at least one.'];
  }
  if (issue.origin === 'string') {
    const size = typeof value === 'string' ? value.length : 0;
    if (size === 0)
      return [
        `${show(last)} is empty.`,
        'Write something, or leave the property out where it is optional.',
      ];
    return [
      `The text has ${size} characters; at most ${limit} are allowed.`,
      'Shorten it.',
    ];
  }
  return [
    `${show(value)} is too ${most ? 'large' : 'small'}.`,
    `Use a number of ${limit} or ${most ? 'less' : 'more'}.`,
  ];
}

function wrongValue(
  values: readonly unknown[],
  pointer: Pointer,
  value: unknown,
): [string, string] {
  const last = pointer[pointer.length - 1];
  if (value === undefined)
    return [`${show(last)} is missing.`, `Add it: one of ${list(values)}.`];
  const word = typeof value === 'string' ? value : '';
  const isType = last === 'type';
  const near = isType
    ? closestType(word, FIELD_TYPES)
    : closest(word, values.map(String));
  const hint = near === undefined ? '' : `Did you mean ${near}? `;
  return [
    `Unknown ${isType ? 'type' : last} ${show(value)}.`,
    `${hint}Use one of ${list(values)}.`,
  ];
}

function addIssue(issue: Issue, input: unknown, problems: ProblemList): void {
  const pointer = issue.path.map(step =>
    typeof step === 'number' ? step : String(step),
  );
  const value = valueAt(input, pointer);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const known = keysAt(pointer);
        const near = closest(key, known);
        problems.add(
          [...pointer, key],
          `Unknown property ${show(key)}.`,
          near === undefined
            ? `Remove it, or use one of ${list(known)}.`
            : `Did you mean ${near}?`,
        );
      }
      return;
    case 'invalid_type':
      problems.add(pointer, ...wrongType(issue, pointer, value));
      return;
    case 'invalid_value':
      problems.add(pointer, ...wrongValue(issue.values, pointer, value));
      return;
    case 'invalid_format':
      problems.add(pointer, ...wrongName(pointer, value));
      return;
    case 'too_big':
    case 'too_small':
      problems.add(pointer, ...wrongSize(issue, pointer, value));
      return;
    default:
      problems.add(
        pointer,
        `${show(value)} is not allowed here.`,
        'Write a number, or text in quotes.',
      );
  }
}

/**
 * Checks the shape of a document that is plain JSON already.
 *
 * @returns the typed document, or undefined where problems were added
 */
export function checkStructure(
  input: unknown,
  problems: ProblemList,
): ModelDocument | undefined {
  const result = modelSchema.safeParse(input);
  if (result.success) return result.data;
  const seen = new Set<string>();
  for (const issue of result.error.issues) {
    // An empty name is malformed too; one problem for one place is enough.
    const place = JSON.stringify([
      issue.path,
      issue.code === 'unrecognized_keys',
    ]);
    if (!seen.has(place)) addIssue(issue, input, problems);
    seen.add(place);
  }
  return undefined;
}
