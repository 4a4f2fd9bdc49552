import { appliesTo } from '@perennial/plugin-perennial-common';
import {
  EXACT_NUMERIC,
  LONG_TEXT,
  NUMERIC,
  PATTERN,
  TEXT,
  type ValueFormat,
} from './valueFormats';

/** Where a field stands: in an entity, in an object, or as what an array holds. */
export type FieldPlace = 'entity' | 'object' | 'items';

/** Members of a field that are switched on and off. */
export type Flag = 'required' | 'unique' | 'index' | 'searchable';

/** Members of a field that one input each is for. */
export type Property =
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'precision'
  | 'scale'
  | 'minItems'
  | 'maxItems'
  | 'description'
  | 'key';

const NUMBERS = ['integer', 'bigInteger', 'number', 'decimal'];

const FLAGS: Record<FieldPlace, readonly Flag[]> = {
  entity: ['required', 'unique', 'index', 'searchable'],
  object: ['required'],
  items: [],
};

/** Constraints, in the order in which they are shown. */
const CONSTRAINTS = [
  'minLength',
  'maxLength',
  'pattern',
  'precision',
  'scale',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const;

/** The columns of flags in a table of such fields. */
export function flagsOf(place: FieldPlace): readonly Flag[] {
  return FLAGS[place];
}

/** Whether a flag means anything for a type. */
export function isFlagOf(type: string, flag: Flag): boolean {
  return flag === 'required' || appliesTo(flag, type);
}

/** The constraints that fit a type. */
export function constraintsOf(type: string): Property[] {
  return CONSTRAINTS.filter(name => appliesTo(name, type));
}

/** How a member of a field of some type is written. */
export function formatOf(type: string, property: Property): ValueFormat {
  switch (property) {
    case 'description':
      return LONG_TEXT;
    case 'pattern':
      return PATTERN;
    case 'key':
      return TEXT;
    case 'minimum':
    case 'maximum':
      return NUMBERS.includes(type) ? EXACT_NUMERIC : TEXT;
    default:
      return NUMERIC;
  }
}

/** What the table has an input for, given the type of the field and where it stands. */
export function shownMembers(
  type: string,
  place: FieldPlace,
): ReadonlySet<string> {
  const isNamed = place !== 'items';
  return new Set([
    ...(isNamed ? ['name', 'key', 'default'] : []),
    'type',
    'description',
    'examples',
    ...flagsOf(place),
    ...constraintsOf(type),
    ...(type === 'enum' ? ['values'] : []),
    ...(type === 'array' ? ['items'] : []),
    ...(type === 'object' ? ['fields'] : []),
  ]);
}
