import type {
  ResolvedEntity,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { createdRow } from '../fixtures/createdRow';
import { deleteInRounds } from '../fixtures/deleteInRounds';
import type { Client } from '../http/Client';
import type { Exchange } from '../http/types';
import { expectObject, isObject } from '../runner/expect';
import { CheckFailure } from '../runner/types';
import type { MonolithSuite } from './MonolithSuite';
import { pathOf, rowName } from './names';

/** A document of the server. */
export interface MadeDocument {
  id: string;
  /** URL path of the document. */
  path: string;
  /** As the server answered it when it was made. */
  object: Record<string, unknown>;
  sent: Record<string, unknown>;
}

/** Makes documents with everything that they refer to, and deletes them again. */
export class Documents {
  readonly #made: string[] = [];
  readonly #targets = new Map<string, MadeDocument>();

  private constructor(private readonly suite: MonolithSuite) {}

  static create(suite: MonolithSuite): Documents {
    return new Documents(suite);
  }

  /** A valid body: all fields, and the relations that are required. */
  async body(
    entity: ResolvedEntity,
    overrides: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const body: Record<string, unknown> = {};
    for (const field of entity.fields) {
      body[field.name] = this.suite.values.fresh(field);
    }
    for (const relation of entity.relations) {
      if (relation.required && !(relation.wireName in overrides)) {
        const { id } = await this.target(relation);
        body[relation.wireName] = relation.kind === 'manyToMany' ? [id] : id;
      }
    }
    return { ...body, ...overrides };
  }

  /** Makes a document; a check that needs it fails where the server refuses. */
  async make(
    entity: ResolvedEntity,
    overrides: Record<string, unknown> = {},
    client: Client = this.suite.user,
  ): Promise<MadeDocument> {
    const { sent, answer } = await createdRow({
      entity,
      client,
      path: pathOf(entity),
      drawBody: () => this.body(entity, overrides),
    });
    return this.adopt(entity, answer, sent);
  }

  /** Takes note of a document that a check made by itself, to delete it. */
  adopt(
    entity: ResolvedEntity,
    created: Exchange,
    sent: Record<string, unknown> = {},
  ): MadeDocument {
    const object = documentIn(entity, created);
    const id = String(object.id);
    const path = `${pathOf(entity)}/${id}`;
    this.#made.push(path);
    return { id, path, object, sent };
  }

  /** What a relation may refer to: one for all, or a new one where each may be referred to once. */
  async target(relation: ResolvedRelation): Promise<MadeDocument> {
    const known = this.#targets.get(relation.target.name);
    if (known && !relation.unique) {
      return known;
    }
    const made = await this.make(this.entityOf(relation));
    this.#targets.set(relation.target.name, made);
    return made;
  }

  /** The whole entity that a relation refers to. */
  entityOf({ target }: ResolvedRelation): ResolvedEntity {
    const found = this.suite.model.entities.find(
      ({ name }) => name === target.name,
    );
    if (!found) {
      throw new Error(`The model has no entity "${target.name}"`);
    }
    return found;
  }

  /** Deletes what was made, the last first; reports what resists. */
  async cleanUp(): Promise<void> {
    const remaining = await deleteInRounds(this.#made.splice(0), async path => {
      const { status } = await this.suite.admin.delete(path);
      return status === 200 || status === 404;
    });
    remaining.forEach(path => this.suite.leftovers.add(path));
  }
}

/** The document in an answer; fails where there is none. */
export function documentIn(
  entity: ResolvedEntity,
  exchange: Exchange,
): Record<string, unknown> {
  const document = expectObject(exchange)[rowName(entity)];
  if (!isObject(document)) {
    throw new CheckFailure(`the answer has no document`, {
      expected: `{"${rowName(entity)}": {…}}`,
      received: exchange.text.slice(0, 500),
      exchange,
    });
  }
  return document;
}
