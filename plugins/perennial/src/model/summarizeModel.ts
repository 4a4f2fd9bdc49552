import type { ResolvedModel } from '@perennial/plugin-perennial-common';
import type { ModelSummary } from './types';

/** List, create, read, replace, patch and delete. */
const ENDPOINTS_PER_ENTITY = 6;

/** What a model comes to: entities with their paths, and the totals. */
export function summarizeModel(model: ResolvedModel): ModelSummary {
  const entities = model.entities.map(entity => ({
    name: entity.name,
    path: `/api/v1${entity.path.replace(/^\/api\/v1/, '')}`,
    fieldCount: entity.fields.length,
    relations: entity.relations.map(relation => ({
      name: relation.name,
      target: relation.target.name,
    })),
    owned: entity.owned,
    softDelete: entity.softDelete,
  }));

  return {
    entities,
    fieldCount: entities.reduce((sum, entity) => sum + entity.fieldCount, 0),
    relationCount: entities.reduce(
      (sum, entity) => sum + entity.relations.length,
      0,
    ),
    endpointCount: entities.length * ENDPOINTS_PER_ENTITY,
  };
}
