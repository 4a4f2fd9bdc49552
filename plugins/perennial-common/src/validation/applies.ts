import type { FieldType } from '../model/types';

/** A member of a field that means something for some types only. @public */
export type TypedMember =
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'precision'
  | 'scale'
  | 'values'
  | 'items'
  | 'minItems'
  | 'maxItems'
  | 'fields'
  | 'unique'
  | 'index'
  | 'searchable';

const TEXTS: FieldType[] = ['string', 'text', 'email', 'uri'];
const NUMBERS: FieldType[] = ['integer', 'bigInteger', 'number', 'decimal'];
const MOMENTS: FieldType[] = ['date', 'time', 'dateTime'];
const SCALARS: FieldType[] = [
  ...TEXTS,
  ...NUMBERS,
  ...MOMENTS,
  'boolean',
  'uuid',
  'enum',
];

/** The types to which a member of a field applies, where these are not all. */
const APPLIES: Record<TypedMember, readonly FieldType[]> = {
  minLength: TEXTS,
  maxLength: TEXTS,
  pattern: ['string', 'text'],
  minimum: [...NUMBERS, ...MOMENTS],
  maximum: [...NUMBERS, ...MOMENTS],
  precision: ['decimal'],
  scale: ['decimal'],
  values: ['enum'],
  items: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  fields: ['object'],
  unique: SCALARS,
  index: SCALARS,
  searchable: TEXTS,
};

/** Every member of a field that means something for some types only. */
export const TYPED_MEMBERS = Object.keys(APPLIES) as TypedMember[];

/** The types for which a member of a field means something. */
export function typesWith(member: TypedMember): readonly FieldType[] {
  return APPLIES[member];
}

/**
 * Whether a member of a field means something for a type, such as `minimum`
 * for `integer`.
 *
 * @public
 */
export function appliesTo(member: TypedMember, type: string): boolean {
  return typesWith(member).some(one => one === type);
}
