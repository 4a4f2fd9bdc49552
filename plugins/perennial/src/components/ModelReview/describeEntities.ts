import {
  API_BASE,
  entityNames,
  normaliseName,
  type EntityDocument,
  type FieldDocument,
  type ModelDocument,
  type RelationDocument,
} from '@perennial/plugin-perennial-common';
import type { ModelDesignerUiOptions } from '../ModelDesigner/schema';

/** Where entities are served: under a version, or among the services of an admin server. */
export type ModelApi = NonNullable<ModelDesignerUiOptions['api']>;

/** A field of an entity, or of an object in it. */
export interface FieldDescription {
  /** `price`, `dimensions.width`, `lines[].quantity`. */
  path: string;
  field: FieldDocument;
}

/** An entity of a valid model, as the review shows it. */
export interface EntityDescription {
  name: string;
  description?: string;
  path: string;
  id?: EntityDocument['id'];
  timestamps: boolean;
  softDelete: boolean;
  owned: boolean;
  /** Fields of the entity itself; `fields` has those of its objects as well. */
  fieldCount: number;
  fields: FieldDescription[];
  relations: RelationDocument[];
  /** `Order.customer`: the relations of all entities that lead here. */
  referredToBy: string[];
}

/** What a valid model says about each entity, sides of relations included. */
export function describeEntities(
  model: ModelDocument,
  api: ModelApi,
): EntityDescription[] {
  const referrers = findReferrers(model);
  return model.entities.map(entity => ({
    name: entity.name,
    description: entity.description,
    path: pathOf(entity, api),
    id: entity.id,
    timestamps: entity.timestamps ?? true,
    softDelete: entity.softDelete ?? false,
    owned: entity.owned ?? false,
    fieldCount: entity.fields?.length ?? 0,
    fields: describeFields(entity.fields ?? [], ''),
    relations: entity.relations ?? [],
    referredToBy: referrers.get(normaliseName(entity.name)) ?? [],
  }));
}

function pathOf(entity: EntityDocument, api: ModelApi): string {
  const names = entityNames(entity.name, entity.plural);
  return api === 'adminServer'
    ? `/${names.table}`
    : `${API_BASE}/${names.segment}`;
}

function describeFields(
  fields: FieldDocument[],
  prefix: string,
): FieldDescription[] {
  return fields.flatMap(field => {
    const path = `${prefix}${field.name}`;
    return [{ path, field }, ...describeMembers(field, path)];
  });
}

/** The fields of an object, or of the objects in an array, whatever lies between. */
function describeMembers(
  value: Pick<FieldDocument, 'fields' | 'items'>,
  path: string,
): FieldDescription[] {
  if (value.items) {
    return describeMembers(value.items, `${path}[]`);
  }
  return describeFields(value.fields ?? [], `${path}.`);
}

function findReferrers(model: ModelDocument): Map<string, string[]> {
  const referrers = new Map<string, string[]>();
  for (const entity of model.entities) {
    for (const relation of entity.relations ?? []) {
      // It may be written in another casing than the name of the entity.
      const key = normaliseName(relation.target);
      const known = referrers.get(key) ?? [];
      referrers.set(key, [...known, `${entity.name}.${relation.name}`]);
    }
  }
  return referrers;
}
