import {
  API_BASE,
  entityNames,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import type { ModelSummary } from './types';

/** List, create, read, replace, patch and delete. */
const ENDPOINTS_PER_ENTITY = 6;

/**
 * What a valid model comes to: entities with their paths, and the totals.
 * Resolving the model would tell it too, but takes far longer than a pause
 * between two keys: it works out schemas and examples as well.
 */
export function summarizeModel(model: ModelDocument): ModelSummary {
  const entities = model.entities.map(entity => ({
    name: entity.name,
    path: `${API_BASE}/${entityNames(entity.name, entity.plural).segment}`,
    fieldCount: entity.fields?.length ?? 0,
    relations: (entity.relations ?? []).map(({ name, target }) => ({
      name,
      target,
    })),
    owned: entity.owned ?? false,
    softDelete: entity.softDelete ?? false,
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
