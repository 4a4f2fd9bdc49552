import {
  DEFAULT_MAX_LENGTH,
  MAX_INDEXED_LENGTH,
  MAX_NESTING,
} from '../model/limits';
import type { Database, FieldDocument, ItemsDocument } from '../model/types';
import { appliesTo, TYPED_MEMBERS, typesWith } from './applies';
import { checkBounds } from './bounds';
import { checkKeyLength, checkRefused } from './entities';
import { checkOwnValues } from './ownValues';
import { checkPattern } from './patterns';
import { show, type Pointer, type ProblemList } from './problems';
import { Registry } from './Registry';

function checkApplies(
  field: FieldDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  for (const name of TYPED_MEMBERS) {
    const value = field[name];
    if (value === undefined || value === false || appliesTo(name, field.type))
      continue;
    problems.add(
      [...at, name],
      `${name} does not apply to the type ${field.type}.`,
      `Remove it, or use the type ${typesWith(name)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}.`,
    );
  }
}

function checkValues(
  field: ItemsDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  if (field.type !== 'enum') return;
  if (field.values === undefined || field.values.length === 0) {
    problems.add(
      [...at, 'values'],
      'The enum has no values.',
      'List them: values: [first, second].',
    );
    return;
  }
  const seen = new Set<string>();
  field.values.forEach((value, index) => {
    const place = [...at, 'values', index];
    if (seen.has(value))
      problems.add(
        place,
        `The value ${show(value)} is there twice.`,
        'Remove one of them.',
      );
    seen.add(value);
    if (/[\r\n\t]|^\s|\s$/.test(value)) {
      problems.add(
        place,
        `The value ${show(value)} has white space that nobody would see.`,
        'Remove it.',
      );
    }
    if (encodedLength(value) > 63) {
      problems.add(
        place,
        `The value ${show(value)} is over PostgreSQL's 63 bytes.`,
        'Shorten it.',
      );
    }
  });
}

/** Bytes of a text in UTF-8; percent encoding writes each of them as three characters. */
function encodedLength(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '%').length;
}

function checkIndexedLength(
  field: FieldDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  if (!field.unique && !field.index) return;
  const usual = new Map<string, number>(Object.entries(DEFAULT_MAX_LENGTH)).get(
    field.type,
  );
  const maxLength = field.maxLength ?? usual;
  if (
    usual === undefined ||
    maxLength === undefined ||
    maxLength <= MAX_INDEXED_LENGTH
  )
    return;
  const why = field.unique ? 'unique' : 'index';
  problems.add(
    [...at, field.maxLength === undefined ? why : 'maxLength'],
    `An indexed or unique ${field.type} may have ${MAX_INDEXED_LENGTH} characters, not ${maxLength}.`,
    `Set maxLength to ${MAX_INDEXED_LENGTH} or less, or remove ${why}.`,
  );
}

function checkNested(
  field: ItemsDocument,
  at: Pointer,
  depth: number,
  problems: ProblemList,
  database: Database | undefined,
): void {
  if (depth > MAX_NESTING) {
    problems.add(
      at,
      `Fields are nested deeper than ${MAX_NESTING} levels.`,
      'Make it flatter, or use the type json.',
    );
    return;
  }
  if (field.type === 'array') {
    if (field.items === undefined) {
      problems.add(
        [...at, 'items'],
        'The array does not say what it holds.',
        'Add it: items: { type: string }.',
      );
    } else {
      checkField(
        { ...field.items, name: 'item' },
        [...at, 'items'],
        depth + 1,
        problems,
        database,
      );
    }
  }
  if (field.type !== 'object') return;
  if (field.fields === undefined || field.fields.length === 0) {
    problems.add(
      [...at, 'fields'],
      'The object has no fields.',
      'Add some, or use the type json.',
    );
    return;
  }
  const names = new Registry(problems);
  field.fields.forEach((member, index) => {
    const place = [...at, 'fields', index];
    checkRefused(member.name, [...place, 'name'], problems);
    checkKeyLength(member.name, [...place, 'name'], problems);
    names.claim(
      member.name,
      `the field "${member.name}"`,
      [...place, 'name'],
      'Rename one of them.',
    );
    for (const name of ['unique', 'index', 'searchable'] as const) {
      if (member[name] === undefined || member[name] === false) continue;
      problems.add(
        [...place, name],
        `${name} does not apply inside an object.`,
        'Remove it, or make it a field of the entity.',
      );
    }
    checkField(member, place, depth + 1, problems, database);
  });
}

/** Checks a field on its own. */
export function checkField(
  field: FieldDocument,
  at: Pointer,
  depth: number,
  problems: ProblemList,
  database?: Database,
): void {
  const before = problems.problems.length;
  checkApplies(field, at, problems);
  checkValues(field, at, problems);
  checkBounds(field, at, problems);
  checkPattern(field, at, problems);
  checkIndexedLength(field, at, problems);
  checkNested(field, at, depth, problems, database);
  // Values are tried against constraints that make sense.
  if (problems.problems.length === before && !problems.isFull)
    checkOwnValues(field, at, problems, database);
}
