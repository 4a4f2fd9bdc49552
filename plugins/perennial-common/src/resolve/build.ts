import type {
  EntityDocument,
  FieldType,
  IdType,
  ModelDocument,
  ModelOptions,
} from '../model/types';
import { commentText } from '../naming/comment';
import { entityNames } from '../naming/identifiers';
import { nameForms, normaliseName } from '../naming/words';
import { resolveFields } from './field';
import { inverseNames } from './inverseNames';
import { seedOrder } from './order';
import { resolveRelation } from './relation';
import { entityExamples, entitySchemas } from './schemas';
import type {
  EntityReference,
  ResolvedEntity,
  ResolvedField,
  ResolvedModel,
} from './types';

/** Where every collection is. @public */
export const API_BASE = '/api/v1';

function entityReference(
  entity: EntityDocument,
  order: number,
  defaultId: IdType,
): EntityReference {
  const { segment, ...names } = entityNames(entity.name, entity.plural);
  const description = entity.description ?? '';
  return {
    key: entity.key ?? nameForms(entity.name).snake,
    name: entity.name,
    ...names,
    description,
    comment: commentText(description),
    path: `${API_BASE}/${segment}`,
    id: entity.id ?? defaultId,
    timestamps: entity.timestamps ?? true,
    softDelete: entity.softDelete ?? false,
    owned: entity.owned ?? false,
    order,
  };
}

/** The types of fields and of what they hold. */
function typesOf(fields: ResolvedField[]): FieldType[] {
  return fields.flatMap(({ type, items, fields: members = [] }) => [
    type,
    ...typesOf(items ? [items] : []),
    ...typesOf(members),
  ]);
}

function addInverses(
  entities: ResolvedEntity[],
  byReference: Map<EntityReference, ResolvedEntity>,
  sources: EntityReference[],
) {
  entities.forEach((entity, index) => {
    for (const resolved of entity.relations) {
      const { target, schema: _schema, ...relation } = resolved;
      byReference
        .get(target)
        ?.inverses.push({ source: sources[index], relation });
    }
  });
}

/** Resolves a document that is known to be valid. */
export function buildModel(
  document: ModelDocument,
  options: ModelOptions,
): ResolvedModel {
  const order = seedOrder(document);
  const defaultId = options.database === 'mongo' ? 'objectId' : 'uuid';
  const sources = document.entities.map((entity, index) =>
    entityReference(entity, order[index], defaultId),
  );
  const byName = new Map(
    sources.map(source => [normaliseName(source.name), source]),
  );
  const inverses = inverseNames(document);

  const entities = document.entities.map((entity, index): ResolvedEntity => {
    const source = sources[index];
    const fields = resolveFields(
      entity.fields ?? [],
      options.database,
      source.table,
    );
    const relations = (entity.relations ?? []).map((relation, position) => {
      const target = byName.get(normaliseName(relation.target)) ?? source;
      return resolveRelation(
        relation,
        source,
        target,
        inverses.get(`${index}/${position}`) ?? source.snake,
      );
    });
    const members = { fields, relations };
    return {
      ...source,
      ...members,
      inverses: [],
      sortable: [
        'id',
        ...(source.timestamps ? ['created_at', 'updated_at'] : []),
        ...fields.filter(field => field.sortable).map(field => field.name),
      ],
      searchable: fields.filter(field => field.searchable),
      schemas: entitySchemas(source, members),
      examples: entityExamples(members),
    };
  });
  addInverses(
    entities,
    new Map(sources.map((source, index) => [source, entities[index]])),
    sources,
  );

  const relations = entities.flatMap(entity => entity.relations);
  return {
    entities,
    hasOwned: entities.some(entity => entity.owned),
    hasSoftDelete: entities.some(entity => entity.softDelete),
    hasRelations: relations.length > 0,
    hasManyToMany: relations.some(relation => relation.kind === 'manyToMany'),
    hasCascade: relations.some(
      relation =>
        relation.kind !== 'manyToMany' && relation.onDelete === 'cascade',
    ),
    fieldTypes: [
      ...new Set(entities.flatMap(entity => typesOf(entity.fields))),
    ].sort(),
  };
}
