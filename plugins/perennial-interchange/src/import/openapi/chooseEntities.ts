import {
  nameForms,
  normaliseName,
  singularName,
} from '@perennial/plugin-perennial-common';
import type { ModelBuilder } from '../build';
import {
  type Candidate,
  candidatesOf,
  type Fate,
  noteFate,
  noteOthers,
  thingsAmong,
} from '../schema/candidates';
import type { EntityPlan } from '../schema/EntityWriter';
import { identityOf } from '../schema/identity';
import { SchemaMerger } from '../schema/mergeSchema';
import { SchemaSource } from '../schema/SchemaSource';
import { childOf, type SchemaNode } from '../schema/types';
import { unwrapped } from '../schema/unwrap';
import { type Collection, OperationReader } from './operations';
import { isFault, isLike, isWrapper, plainName, primaryOf } from './variants';

function hasIdentity({ schema, merged }: Candidate): boolean {
  return identityOf(schema.name, merged) !== undefined;
}

/** Chooses the schemas of a document that are things with an identity. */
class EntityChooser {
  readonly #merger: SchemaMerger;
  readonly #candidates = new Map<string, Candidate>();
  /** What paths list, or answer one by one. */
  readonly #served = new Set<Candidate>();
  /** What carries lists. */
  readonly #carriers = new Set<string>();
  /** Schemas of the same thing as another one, by which they are known. */
  readonly #wholes = new Map<Candidate, Candidate>();

  constructor(
    private readonly source: SchemaSource,
    private readonly builder: ModelBuilder,
  ) {
    this.#merger = new SchemaMerger(source);
  }

  choose(): EntityPlan[] {
    const schemas = childOf(this.source.root, 'components', 'schemas');
    const named = Object.keys(schemas.schema).map(name => ({
      ...childOf(schemas, name),
      name,
    }));
    for (const candidate of candidatesOf(this.#merger, named))
      this.#candidates.set(candidate.key, candidate);
    const operations = new OperationReader(this.source, this.#merger);
    for (const collection of operations.read()) this.#serve(collection);
    this.#foldByName();
    const plans = this.#chosen().map(whole => this.#planOf(whole));
    return this.#withPlainNames(plans);
  }

  /** The candidate that a schema of a path is; one without a name gets that of the path. */
  #candidateOf(
    node: SchemaNode | undefined,
    path: string,
  ): Candidate | undefined {
    if (node === undefined) return undefined;
    const steps = unwrapped(this.source, node);
    const known = steps
      .map(step => this.#candidates.get(SchemaSource.key(step)))
      .find(candidate => candidate !== undefined);
    if (known !== undefined) return known;
    const last = steps[steps.length - 1];
    const name = nameForms(singularName(path)).pascal || 'Item';
    const [candidate] = candidatesOf(this.#merger, [{ ...last, name }]);
    if (candidate !== undefined) this.#candidates.set(candidate.key, candidate);
    return candidate;
  }

  #serve({ name, item, single, envelope, bodies }: Collection): void {
    const [listed, answered] = [item, single].map(node =>
      this.#candidateOf(node, name),
    );
    for (const step of envelope ? unwrapped(this.source, envelope) : [])
      this.#carriers.add(SchemaSource.key(step));
    const whole = answered ?? listed;
    if (whole === undefined || isFault(whole.schema.name)) return;
    this.#served.add(whole);
    if (listed !== undefined && !this.#fold(listed, whole))
      this.#served.add(listed);
    for (const body of bodies) {
      const known = this.#candidateOf(body, name);
      if (known !== undefined) this.#fold(known, whole);
    }
  }

  /** Takes a candidate for another view of the whole; false where it is something else. */
  #fold(candidate: Candidate, whole: Candidate): boolean {
    const last = this.#wholes.get(whole) ?? whole;
    if (candidate === last) return true;
    if (this.#wholes.has(candidate)) return true;
    const isFree = ![...this.#wholes.values()].includes(candidate);
    if (!isFree || !isLike(candidate.merged, last.merged)) return false;
    this.#wholes.set(candidate, last);
    this.#served.delete(candidate);
    return true;
  }

  #foldByName(): void {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of this.#candidates.values()) {
      const plain = normaliseName(plainName(candidate.schema.name));
      groups.set(plain, [...(groups.get(plain) ?? []), candidate]);
    }
    for (const group of groups.values()) {
      const open = group.filter(candidate => !this.#wholes.has(candidate));
      const plain = plainName(open[0]?.schema.name ?? '');
      const served = open.filter(candidate => this.#served.has(candidate));
      const pool = served.length > 0 ? served : open;
      const primary = primaryOf(
        pool.map(({ schema }) => schema),
        plain,
      );
      const whole = pool.find(({ schema }) => schema === primary);
      for (const candidate of open)
        if (whole !== undefined && !this.#served.has(candidate))
          this.#fold(candidate, whole);
    }
  }

  #chosen(): Candidate[] {
    const open = [...this.#candidates.values()].filter(
      candidate => !this.#wholes.has(candidate),
    );
    const things = this.#withoutAside(open);
    const chosen = thingsAmong(this.source, things, candidate =>
      this.#served.has(candidate),
    );
    noteOthers(
      this.source,
      this.builder,
      things.filter(candidate => !chosen.includes(candidate)),
      chosen,
    );
    return chosen;
  }

  /** The candidates but for what lists and errors come in, which it notes. */
  #withoutAside(candidates: readonly Candidate[]): Candidate[] {
    const faults = candidates.filter(candidate => this.#isFault(candidate));
    const carriers = candidates.filter(candidate => this.#isCarrier(candidate));
    const aside = new Set([...faults, ...carriers]);
    const things = candidates.filter(candidate => !aside.has(candidate));
    this.#note(faults, {
      one: 'It is what errors look like; services answer errors in a form of their own.',
      many: 'They are what errors look like; services answer errors in a form of their own.',
    });
    // A document of nothing but lists is about them.
    if (things.length === 0) return carriers;
    this.#note(carriers, {
      one: 'It is what lists come in; services answer lists in a form of their own.',
      many: 'They are what lists come in; services answer lists in a form of their own.',
    });
    return things;
  }

  #note(candidates: readonly Candidate[], fate: Fate): void {
    const schemas = candidates.map(({ schema }) => schema);
    noteFate(this.source, this.builder, schemas, fate);
  }

  #isCarrier(candidate: Candidate): boolean {
    const { schema, key } = candidate;
    if (this.#served.has(candidate)) return false;
    return (
      this.#carriers.has(key) ||
      (isWrapper(schema.name) && !hasIdentity(candidate))
    );
  }

  #isFault(candidate: Candidate): boolean {
    return (
      !this.#served.has(candidate) &&
      !this.#isCarrier(candidate) &&
      !hasIdentity(candidate) &&
      isFault(candidate.schema.name)
    );
  }

  #planOf(whole: Candidate): EntityPlan {
    const variants = [...this.#wholes]
      .filter(([, known]) => known === whole)
      .map(([{ schema }]) => schema);
    noteFate(this.source, this.builder, variants, {
      one: `It describes ${whole.schema.name} too, whose entity has the properties of both.`,
      many: `They describe ${whole.schema.name} too, whose entity has the properties of all of them.`,
    });
    return { schema: whole.schema, name: whole.schema.name, variants };
  }

  /** Gives an entity the plain name, such as Pet for PetResponse, where no other one has it. */
  #withPlainNames(plans: EntityPlan[]): EntityPlan[] {
    const counts = new Map<string, number>();
    for (const { name } of plans)
      for (const key of new Set([name, plainName(name)].map(normaliseName)))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return plans.map(plan => {
      const plain = plainName(plan.name);
      return counts.get(normaliseName(plain)) === 1
        ? { ...plan, name: plain }
        : plan;
    });
  }
}

/** The schemas of an OpenAPI document that become entities. What becomes of the others is noted. */
export function chooseEntities(
  source: SchemaSource,
  builder: ModelBuilder,
): EntityPlan[] {
  return new EntityChooser(source, builder).choose();
}
