import type { ModelBuilder } from '../build';
import { identityOf } from './identity';
import type { MergedSchema, SchemaMerger } from './mergeSchema';
import { circular, referenceGraph } from './references';
import { SchemaSource } from './SchemaSource';
import type { NamedSchema } from './types';

/** A schema that could become an entity. */
export interface Candidate {
  schema: NamedSchema;
  merged: MergedSchema;
  key: string;
}

/** The schemas among some that are objects. */
export function candidatesOf(
  merger: SchemaMerger,
  schemas: readonly NamedSchema[],
): Candidate[] {
  return schemas
    .map(schema => ({
      schema,
      merged: merger.merge(schema),
      key: SchemaSource.key(schema),
    }))
    .filter(
      ({ merged }) =>
        merged.properties.size > 0 && merged.alternatives.length === 0,
    );
}

/**
 * The candidates that are things of their own: those that something serves,
 * that have an id, or that hold themselves, which no row can. Where there is
 * none, those that no other one holds.
 */
export function thingsAmong(
  source: SchemaSource,
  candidates: readonly Candidate[],
  isServed: (candidate: Candidate) => boolean,
): Candidate[] {
  const graph = referenceGraph(
    source,
    candidates.map(({ schema }) => schema),
  );
  const inCircles = circular(graph);
  const things = candidates.filter(
    candidate =>
      isServed(candidate) ||
      inCircles.has(candidate.key) ||
      identityOf(candidate.schema.name, candidate.merged) !== undefined,
  );
  if (things.length > 0) return things;
  const held = new Set([...graph.values()].flatMap(targets => [...targets]));
  return candidates.filter(({ key }) => !held.has(key));
}

/** Says what became of the schemas that are no entities. */
export function noteOthers(
  source: SchemaSource,
  builder: ModelBuilder,
  others: readonly Candidate[],
  things: readonly Candidate[],
): void {
  const all = [...things, ...others];
  const graph = referenceGraph(
    source,
    all.map(({ schema }) => schema),
  );
  const held = new Set([...graph.values()].flatMap(targets => [...targets]));
  for (const { schema, key } of others)
    builder.note(
      {
        place: `schema ${schema.name}`,
        line: source.lineOf(schema.pointer),
      },
      held.has(key)
        ? 'It has no id, so it is no entity: rows that refer to it hold it.'
        : 'It has no id, and nothing lists it or refers to it: it is left out.',
    );
}
