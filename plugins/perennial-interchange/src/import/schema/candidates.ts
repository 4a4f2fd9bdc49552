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

/** What becomes of one schema, and of many that share it. */
export interface Fate {
  one: string;
  many: string;
}

/** Schemas that are noted one by one. Hundreds of them would bury all other notes. */
const MOST_SINGLE = 20;

/** How many schemas of many are named. */
const MOST_NAMED = 5;

/** Where a schema is: by its name, or in the path that holds it. */
function placeOf({ name, pointer }: NamedSchema): string {
  const [first, path, method] = pointer;
  if (first !== 'paths') return `schema ${name}`;
  return `path ${path}${method === undefined ? '' : `, ${method}`}`;
}

/** Says what becomes of some schemas. */
export function noteFate(
  source: SchemaSource,
  builder: ModelBuilder,
  schemas: readonly NamedSchema[],
  { one, many }: Fate,
): void {
  if (schemas.length <= MOST_SINGLE) {
    for (const schema of schemas)
      builder.note(
        { place: placeOf(schema), line: source.lineOf(schema.pointer) },
        one,
      );
    return;
  }
  const names = schemas.slice(0, MOST_NAMED).map(({ name }) => name);
  builder.note(
    {
      place: `schemas ${names.join(', ')} and ${
        schemas.length - MOST_NAMED
      } more`,
      line: source.lineOf(schemas[0].pointer),
    },
    many,
  );
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
  const isHeld = ({ key }: Candidate) => held.has(key);
  const schemasOf = (some: readonly Candidate[]) =>
    some.map(({ schema }) => schema);
  noteFate(source, builder, schemasOf(others.filter(isHeld)), {
    one: 'It has no id, so it is no entity: rows that refer to it hold it.',
    many: 'They have no id, so they are no entities: rows that refer to them hold them.',
  });
  const unused = others.filter(candidate => !isHeld(candidate));
  noteFate(source, builder, schemasOf(unused), {
    one: 'It has no id, and nothing lists it or refers to it: it is left out.',
    many: 'They have no id, and nothing lists them or refers to them: they are left out.',
  });
}
