import type { FieldDocument } from '@perennial/plugin-perennial-common';
import type { DraftEntity, DraftField } from '../build';
import type { Annotation, JdlField, JdlNames, Validation } from './ast';
import { lastOfEach } from './repeats';

type Value = Omit<FieldDocument, 'name'>;

const TYPES = new Map<string, Value>([
  ['String', { type: 'string' }],
  ['Integer', { type: 'integer' }],
  ['Long', { type: 'bigInteger' }],
  // The column that JHipster makes of it.
  ['BigDecimal', { type: 'decimal', precision: 21, scale: 2 }],
  ['Float', { type: 'number' }],
  ['Double', { type: 'number' }],
  ['Boolean', { type: 'boolean' }],
  ['LocalDate', { type: 'date' }],
  ['LocalTime', { type: 'time' }],
  ['ZonedDateTime', { type: 'dateTime' }],
  ['Instant', { type: 'dateTime' }],
  ['UUID', { type: 'uuid' }],
  ['TextBlob', { type: 'text' }],
]);

const BINARY = ['Blob', 'AnyBlob', 'ImageBlob'];

type Limit = 'minimum' | 'maximum' | 'minLength' | 'maxLength';

const LIMITS = new Map<string, Limit>([
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['minlength', 'minLength'],
  ['maxlength', 'maxLength'],
]);

/** Whether an annotation of a name, in any casing, is there. */
export function annotationOf(
  annotations: Annotation[],
  name: string,
): Annotation | undefined {
  return annotations.find(annotation => annotation.name.toLowerCase() === name);
}

function valueOf(
  entity: DraftEntity,
  field: JdlField,
  { enums }: JdlNames,
): Value | undefined {
  const { type, name, line } = field;
  const known = TYPES.get(type);
  if (known !== undefined) return known;
  const values = enums.get(type)?.values;
  if (values !== undefined) return { type: 'enum', values };
  if (BINARY.includes(type)) {
    entity.note(
      `${type} is left out. Binary data has no place in JSON: keep files in a store for files, and their address in a field of the type uri.`,
      name,
      line,
    );
    return undefined;
  }
  entity.note(
    type === 'Duration'
      ? 'A Duration becomes text.'
      : `There is no type and no enum ${type}: it becomes text.`,
    name,
    line,
  );
  return { type: 'string' };
}

/** Java's patterns match the whole value, those of a model anywhere in it. */
function anchored(pattern: string): string {
  if (pattern.includes('|')) return `^(?:${pattern})$`;
  const start = pattern.startsWith('^') ? '' : '^';
  const end = /(?<!\\)\$$/.test(pattern) ? '' : '$';
  return `${start}${pattern}${end}`;
}

/** A bound that JavaScript's numbers cannot tell from its neighbour stays text. */
function setLimit(field: DraftField, limit: Limit, text: string): void {
  const number = Number(text);
  if (limit === 'minLength' || limit === 'maxLength') field[limit] = number;
  else field[limit] = text.replace(/\D/g, '').length > 15 ? text : number;
}

function applyValidation(
  entity: DraftEntity,
  field: DraftField,
  { name, value = '', line }: Validation,
  constants: ReadonlyMap<string, string>,
): void {
  const limit = LIMITS.get(name);
  const number = constants.get(value) ?? value;
  if (name === 'required') field.required = true;
  else if (name === 'unique') field.unique = true;
  else if (name === 'pattern') field.pattern = anchored(value);
  else if (
    limit !== undefined &&
    number !== '' &&
    !Number.isNaN(Number(number))
  )
    setLimit(field, limit, number);
  else
    entity.note(
      `${name}${value && ` ${value}`} is left out: a model has nothing for it.`,
      field.name,
      line,
    );
}

function toField(
  entity: DraftEntity,
  source: JdlField,
  names: JdlNames,
): DraftField | undefined {
  const value = valueOf(entity, source, names);
  if (value === undefined) return undefined;
  const field: DraftField = {
    ...value,
    name: source.name,
    line: source.line,
    ...(source.documentation !== undefined && {
      description: source.documentation,
    }),
  };
  for (const validation of source.validations)
    applyValidation(entity, field, validation, names.constants);
  return field;
}

/** Makes the id and the fields of an entity. JHipster's ids are numbers where no field is one. */
export function addFields(
  entity: DraftEntity,
  fields: JdlField[],
  names: JdlNames,
  defaultId: 'integer' | undefined,
): void {
  const own = lastOfEach(
    fields,
    ({ name }) => name,
    ({ name, line }, message) => entity.note(message, name, line),
  );
  const drafts = own.flatMap(source => {
    const draft = toField(entity, source, names);
    return draft === undefined ? [] : [{ source, draft }];
  });
  const isKey = ({ source }: { source: JdlField }) =>
    annotationOf(source.annotations, 'id') !== undefined ||
    source.name === 'id';
  const key = drafts.find(isKey)?.draft;
  if (key === undefined) entity.setKey(defaultId);
  else addKey(entity, key);
  entity.fields.push(
    ...drafts
      .map(({ draft }) => draft)
      .filter(draft => draft !== key || isGiven(draft)),
  );
}

const KEYS = new Map<string, 'integer' | 'uuid'>([
  ['integer', 'integer'],
  ['bigInteger', 'integer'],
  ['uuid', 'uuid'],
]);

/** A text that is the id is given by whoever makes a row, so it stays a field. */
function isGiven(key: DraftField): boolean {
  return !KEYS.has(key.type) && key.name !== 'id';
}

function addKey(entity: DraftEntity, key: DraftField): void {
  entity.setKey(KEYS.get(key.type));
  if (isGiven(key)) {
    key.required = true;
    key.unique = true;
  }
  if (key.name === 'id' && KEYS.has(key.type)) return;
  entity.note(
    isGiven(key)
      ? 'The id is no number and no UUID: rows get one of their own, and it becomes a unique field.'
      : 'It is the id, and has the name and the type of one in the model.',
    key.name,
    key.line,
  );
}
