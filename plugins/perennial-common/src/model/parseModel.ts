import { stringify } from 'yaml';
import { nameForms } from '../naming/words';
import { problemsToError } from '../validation/problems';
import { checkModel } from '../validation/validateModel';
import type {
  EntityDocument,
  FieldDocument,
  ItemsDocument,
  ModelDocument,
  RelationDocument,
} from './types';

/**
 * Reads a model from YAML or JSON text, or from an object. What depends on the
 * database is checked when the model is resolved for one.
 *
 * @throws InputError with every problem of the model
 *
 * @public
 */
export function parseModel(input: unknown): ModelDocument {
  const checked = checkModel(input, { database: 'any' });
  if (checked.document === undefined) throw problemsToError(checked.problems);
  return checked.document;
}

/** Members in the order in which people write them; those left out stay out. */
function pick<Value extends object>(
  value: Value,
  keys: readonly (keyof Value)[],
): Value {
  const entries = keys
    .filter(key => value[key] !== undefined)
    .map(key => [key, value[key]]);
  return Object.fromEntries(entries) as Value;
}

const VALUE_KEYS = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'precision',
  'scale',
  'values',
  'items',
  'minItems',
  'maxItems',
  'fields',
] as const;

function canonicalItems(items: ItemsDocument): ItemsDocument {
  return pick(
    {
      ...items,
      items: items.items && canonicalItems(items.items),
      fields: items.fields?.map(canonicalField),
    },
    ['type', 'description', ...VALUE_KEYS, 'examples'],
  );
}

function canonicalField(field: FieldDocument): FieldDocument {
  return pick(
    {
      ...field,
      key: field.key ?? nameForms(field.name).snake,
      items: field.items && canonicalItems(field.items),
      fields: field.fields?.map(canonicalField),
    },
    [
      'key',
      'name',
      'description',
      'type',
      'required',
      'unique',
      'index',
      'searchable',
      ...VALUE_KEYS,
      'default',
      'examples',
    ],
  );
}

function canonicalRelation(relation: RelationDocument): RelationDocument {
  return pick(
    { ...relation, key: relation.key ?? nameForms(relation.name).snake },
    [
      'key',
      'name',
      'description',
      'kind',
      'target',
      'required',
      'onDelete',
      'inverse',
    ],
  );
}

function canonicalEntity(entity: EntityDocument): EntityDocument {
  return pick(
    {
      ...entity,
      key: entity.key ?? nameForms(entity.name).snake,
      fields: entity.fields?.map(canonicalField),
      relations: entity.relations?.map(canonicalRelation),
    },
    [
      'key',
      'name',
      'plural',
      'description',
      'id',
      'timestamps',
      'softDelete',
      'owned',
      'fields',
      'relations',
    ],
  );
}

/**
 * The same model with the key of everything filled in and its members in one
 * order, so that equal models give equal text. Defaults stay implicit.
 *
 * @public
 */
export function canonicalModel(document: ModelDocument): ModelDocument {
  return { entities: document.entities.map(canonicalEntity) };
}

/**
 * The canonical model as YAML: the text of `model.yaml`.
 *
 * @public
 */
export function stringifyModel(document: ModelDocument): string {
  return stringify(canonicalModel(document), {
    lineWidth: 100,
    aliasDuplicateObjects: false,
  });
}
