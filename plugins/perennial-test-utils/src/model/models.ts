import {
  type Database,
  type ModelDocument,
  validateModel,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { listOf } from '../lists';
import { entityName } from '../names';
import { hostileText } from '../texts';
import { type EntityIdea, assemble } from './assemble';
import { fieldIdea } from './fields';
import { relationIdea } from './relations';

/** How large random models get. @public */
export interface ModelLimits {
  /** Entities of a model; 4 where left out. */
  maxEntities?: number;
  /** Fields of an entity; 5 where left out. */
  maxFields?: number;
  /** Relations of an entity; 3 where left out. */
  maxRelations?: number;
  /**
   * Unique fields take many values, so that a test can make as many rows as it
   * needs; false where left out.
   */
  roomForRows?: boolean;
  /** The database that takes the model; where left out, each of them does. */
  database?: Database;
}

const DEFAULT_LIMITS = {
  maxEntities: 4,
  maxFields: 5,
  maxRelations: 3,
  roomForRows: false,
};

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const properties: fc.Arbitrary<EntityIdea['properties']> = fc
  .record({
    description: optional(hostileText),
    id: fc.constantFrom(undefined, 'integer', 'uuid'),
    timestamps: fc.constantFrom(undefined, false, true),
    softDelete: fc.constantFrom(undefined, undefined, true, false),
    owned: fc.constantFrom(undefined, undefined, undefined, true, false),
  })
  .map(
    found =>
      Object.fromEntries(
        Object.entries(found).filter(([, value]) => value !== undefined),
      ) as EntityIdea['properties'],
  );

/** Models that are valid nearly always. */
export function nearlyValidModels(
  limits: ModelLimits = {},
): fc.Arbitrary<ModelDocument> {
  const { maxEntities, maxFields, maxRelations, roomForRows } = {
    ...DEFAULT_LIMITS,
    ...limits,
  };
  const entity: fc.Arbitrary<EntityIdea> = fc.record({
    name: entityName,
    plural: fc.option(entityName, { nil: undefined, freq: 5 }),
    hasKeys: fc.constantFrom(false, false, false, false, true),
    properties,
    fields: listOf(fieldIdea, { maxLength: maxFields }),
    relations: listOf(relationIdea, { maxLength: maxRelations }),
  });
  return listOf(entity, { minLength: 1, maxLength: maxEntities }).map(ideas =>
    assemble(ideas, roomForRows),
  );
}

/**
 * Valid models of every shape: all types and constraints, all kinds of
 * relations, and names and texts that languages and frameworks trip over. They
 * shrink to one entity with one field.
 *
 * @public
 */
export function validModels(
  limits: ModelLimits = {},
): fc.Arbitrary<ModelDocument> {
  const databases: Database[] = limits.database
    ? [limits.database]
    : ['postgres', 'mongo'];
  return nearlyValidModels(limits).filter(model =>
    databases.every(
      database => validateModel(model, { database }).length === 0,
    ),
  );
}
