import type {
  ResolvedEntity,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import type { Client } from '../http/Client';
import type { Check } from '../runner/types';
import type { Values } from '../values/Values';
import { Documents } from './Documents';
import type { MonolithTraffic } from './MonolithTraffic';

/** What every check of an admin server works with. */
export interface MonolithSuite {
  model: ResolvedModel;
  seed: number;
  values: Values;
  /** Makes the documents. */
  user: Client;
  /** Another user. */
  other: Client;
  admin: Client;
  nobody: Client;
  /** What tokens are signed with, where that is known. */
  secret?: string;
  traffic: MonolithTraffic;
  /** Paths of documents that could not be deleted again. */
  leftovers: Set<string>;
}

/** A group of checks. */
export interface MonolithGroup {
  id: string;
  title: string;
  checks(suite: MonolithSuite): Check[];
}

/** What a check about one entity works with. */
export interface MonolithContext extends MonolithSuite {
  entity: ResolvedEntity;
  documents: Documents;
}

/** A check of a group that makes documents of an entity, and deletes them at its end. */
export type EntityCheck = (
  name: string,
  run: (context: MonolithContext) => Promise<void>,
) => Check;

/** Makes the checks of a group about each entity; what counts documents runs alone. */
export function entityChecks(
  suite: MonolithSuite,
  group: string,
  make: (
    entity: ResolvedEntity,
    check: EntityCheck,
    alone: EntityCheck,
  ) => Check[],
): Check[] {
  return suite.model.entities.flatMap(entity => {
    const check =
      (exclusive: boolean): EntityCheck =>
      (name, run) => ({
        group,
        entity: entity.name,
        name,
        exclusive,
        run: async () => {
          const documents = Documents.create(suite);
          try {
            await run({ ...suite, entity, documents });
          } finally {
            await documents.cleanUp();
          }
        },
      });
    return make(entity, check(false), check(true));
  });
}
