import type {
  EntityReference,
  NameForms,
  ResolvedEntity,
  ResolvedField,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';

/** Spellings of a one-word name. */
export function nameForms(word: string): NameForms {
  const pascal = word.charAt(0).toUpperCase() + word.slice(1);
  return {
    pascal,
    camel: word.charAt(0).toLowerCase() + word.slice(1),
    snake: word.toLowerCase(),
    kebab: word.toLowerCase(),
    title: pascal,
  };
}

export function makeField(
  name: string,
  overrides: Partial<ResolvedField> = {},
): ResolvedField {
  return {
    key: name,
    name,
    identifier: name,
    ...nameForms(name),
    column: name,
    type: 'string',
    description: '',
    comment: '',
    required: false,
    unique: false,
    index: false,
    searchable: false,
    filterable: true,
    comparable: false,
    sortable: true,
    hasDefault: false,
    default: null,
    examples: ['one', 'two'],
    minLength: 0,
    maxLength: 255,
    schema: { type: 'string', maxLength: 255 },
    ...overrides,
  } as ResolvedField;
}

export function makeEntity(
  name: string,
  overrides: Partial<ResolvedEntity> = {},
): ResolvedEntity {
  const reference: EntityReference = {
    key: name.toLowerCase(),
    name,
    ...nameForms(name),
    plural: nameForms(`${name}s`),
    description: '',
    comment: '',
    table: `${name.toLowerCase()}s`,
    path: `${name.toLowerCase()}s`,
    id: 'uuid',
    timestamps: true,
    softDelete: false,
    owned: false,
    order: 0,
  };
  return {
    ...reference,
    fields: [makeField('title'), makeField('price')],
    relations: [],
    inverses: [],
    sortable: ['id', 'title', 'price'],
    searchable: [],
    schemas: { read: {}, create: {}, update: {} },
    examples: [{ title: 'one' }],
    ...overrides,
  } as ResolvedEntity;
}

export function makeModel(entities: ResolvedEntity[]): ResolvedModel {
  return {
    entities,
    hasOwned: false,
    hasSoftDelete: false,
    hasRelations: false,
    hasManyToMany: false,
    hasCascade: false,
  } as ResolvedModel;
}
