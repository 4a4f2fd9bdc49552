import {
  BUILT_IN_FIELDS,
  MAX_FIELDS,
  MAX_NESTING,
  type Database,
  type FieldDocument,
  type ItemsDocument,
} from '@perennial/plugin-perennial-common';
import { withoutBuiltIns } from './builtIns';
import type { DraftEntity, DraftField } from './drafts';
import { mendField } from './mendField';
import { candidates, memberName, Names } from './names';
import { cleanText } from './text';

const LONGEST_DESCRIPTION = 4_000;

/** Examples have this length at least, and each check of a model makes some. */
const MOST_MIN_LENGTH = 1_000;

/** A description as a model takes it, or none. */
export function description(text: string | undefined): {
  description?: string;
} {
  const clean = cleanText(text ?? '', LONGEST_DESCRIPTION);
  return clean === '' ? {} : { description: clean };
}

/** Says what was left out of a field. */
type Report = (message: string) => void;

/** The value without what is legal and yet too much. */
function bearable<Value extends ItemsDocument>(
  value: Value,
  report: Report,
): Value {
  const { minLength, ...rest } = value;
  if (minLength === undefined || minLength <= MOST_MIN_LENGTH) return value;
  report(
    `Its minLength ${minLength} is left out: no more than ${MOST_MIN_LENGTH} is imported.`,
  );
  return rest as Value;
}

/** What a value holds with legal names all the way down; what is too deep becomes JSON. */
function legalValue<Value extends ItemsDocument>(
  value: Value,
  depth: number,
  report: Report,
): Value {
  const { items, fields, description: text, ...rest } = bearable(value, report);
  const told = { ...rest, ...description(text) };
  if (items === undefined && fields === undefined) return told as Value;
  if (depth >= MAX_NESTING) {
    report('What it holds is nested too deeply, and is JSON in the model.');
    return { ...told, type: 'json' } as Value;
  }
  return {
    ...told,
    ...(items && { items: legalValue(items, depth + 1, report) }),
    ...(fields && { fields: legalMembers(fields, depth + 1, report) }),
  } as Value;
}

function legalMembers(
  fields: FieldDocument[],
  depth: number,
  report: Report,
): FieldDocument[] {
  const names = new Names();
  if (fields.length > MAX_FIELDS)
    report(`Its members after the first ${MAX_FIELDS} are left out.`);
  return fields.slice(0, MAX_FIELDS).map(field => {
    const name = names.take(
      candidates(memberName(field.name, 'field')),
      taken => [taken],
    );
    if (name !== field.name)
      report(`Its member ${field.name} is called ${name} in the model.`);
    return { ...legalValue(field, depth, report), name };
  });
}

function legalField(
  entity: DraftEntity,
  draft: DraftField,
  names: Names,
  database: Database | undefined,
): FieldDocument | undefined {
  const { line, ...field } = draft;
  const report = (message: string) => entity.note(message, field.name, line);
  const name = names.take(
    candidates(memberName(field.name, 'field'), 'value'),
    taken => [taken],
  );
  if (name !== field.name) report(`It is called ${name} in the model.`);
  return mendField({ ...legalValue(field, 1, report), name }, database, report);
}

/** The names that an entity's members can have. */
export function memberNames(): Names {
  return new Names(BUILT_IN_FIELDS);
}

/** The fields of an entity as a model takes them. */
export function legalFields(
  entity: DraftEntity,
  names: Names,
  database: Database | undefined,
): FieldDocument[] {
  const drafts = withoutBuiltIns(entity);
  if (drafts.length > MAX_FIELDS) {
    entity.note(
      `It has ${drafts.length} fields, and an entity has room for ${MAX_FIELDS}: those from ${drafts[MAX_FIELDS].name} on are left out.`,
    );
  }
  return drafts
    .slice(0, MAX_FIELDS)
    .map(draft => legalField(entity, draft, names, database))
    .filter(field => field !== undefined);
}
