import type { RelationDocument } from '@perennial/plugin-perennial-common';
import {
  MAX_IDENTIFIER_BYTES,
  nameForms,
  singularName,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { fieldName } from '../names';
import { hostileText } from '../texts';

/** A relation before its name is known to be free, and its target there. */
export interface RelationIdea {
  name: string;
  kind: RelationDocument['kind'];
  /** Counted round the entities. */
  target: number;
  required: boolean;
  onDelete?: RelationDocument['onDelete'];
  inverse?: string;
  description?: string;
}

/** Relations; the simplest is an optional reference to the first entity. */
export const relationIdea: fc.Arbitrary<RelationIdea> = fc.record(
  {
    name: fieldName,
    kind: fc.constantFrom('manyToOne', 'oneToOne', 'manyToMany'),
    target: fc.nat({ max: 11 }),
    required: fc.boolean(),
    onDelete: fc.constantFrom('restrict', 'cascade', 'setNull'),
    inverse: fieldName,
    description: hostileText,
  },
  { requiredKeys: ['name', 'kind', 'target', 'required'] },
);

/** The name of a relation on the wire. */
export function wireNameOf(name: string, kind: RelationIdea['kind']): string {
  return kind === 'manyToMany' ? `${singularName(name)}_ids` : `${name}_id`;
}

/** Every name that a relation takes in its entity; undefined where a column would be too long. */
export function namesOfRelation(
  name: string,
  kind: RelationIdea['kind'],
): string[] | undefined {
  const wireName = wireNameOf(name, kind);
  return nameForms(wireName).snake.length > MAX_IDENTIFIER_BYTES
    ? undefined
    : [...new Set([name, wireName])];
}

/** Which entities cannot do without which, so that no first row is impossible. */
export class Requirements {
  readonly #needs = new Map<number, Set<number>>();

  /** Lets one entity need another, unless that one needs it already. */
  add(source: number, target: number): boolean {
    if (this.#reaches(target, source)) return false;
    const needs = this.#needs.get(source) ?? new Set();
    this.#needs.set(source, needs.add(target));
    return true;
  }

  #reaches(from: number, to: number): boolean {
    if (from === to) return true;
    return [...(this.#needs.get(from) ?? [])].some(next =>
      this.#reaches(next, to),
    );
  }
}

/** The options of a relation that go together. */
export function optionsOf(
  idea: RelationIdea,
  isRequired: boolean,
): Pick<RelationDocument, 'required' | 'onDelete'> {
  if (idea.kind === 'manyToMany') return {};
  const onDelete =
    isRequired && idea.onDelete === 'setNull' ? 'cascade' : idea.onDelete;
  return {
    ...(isRequired ? { required: true } : {}),
    ...(onDelete === undefined ? {} : { onDelete }),
  };
}
