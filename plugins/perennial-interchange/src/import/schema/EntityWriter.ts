import {
  formsOfWords,
  normaliseName,
  pluralWords,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity, ModelBuilder } from '../build';
import { fitSize } from './fitSize';
import { identityOf, referredName } from './identity';
import { alternativesOf, type MergedSchema } from './mergeSchema';
import { pairRelations } from './pairRelations';
import type { Value } from './scalars';
import { SchemaSource } from './SchemaSource';
import {
  childOf,
  isObject,
  type NamedSchema,
  type SchemaNode,
  textOf,
} from './types';
import { unwrapped } from './unwrap';
import { ValueReader } from './ValueReader';

/** A schema that becomes an entity. */
export interface EntityPlan {
  schema: NamedSchema;
  /** What the entity is called. */
  name: string;
  /** Schemas of the same thing, such as what creates it. */
  variants: NamedSchema[];
}

interface PlannedEntity {
  plan: EntityPlan;
  draft: DraftEntity;
  merged: MergedSchema;
  identity?: string;
  /** The type of its id; a text where it is neither a UUID nor a number. */
  idType: Value['type'];
}

function isWhole(type: Value['type']): boolean {
  return type === 'integer' || type === 'bigInteger';
}

/** Writes schemas as entities of a model, and references among them as relations. */
export class EntityWriter {
  readonly #reader: ValueReader;
  readonly #byKey = new Map<string, PlannedEntity>();
  readonly #byName = new Map<string, PlannedEntity>();

  constructor(
    private readonly source: SchemaSource,
    private readonly builder: ModelBuilder,
  ) {
    this.#reader = new ValueReader(source, node => {
      const target = this.#entityOf(node);
      return target && { type: target.idType };
    });
  }

  write(plans: readonly EntityPlan[]): void {
    const planned = plans.map(plan => this.#plan(plan));
    for (const entity of planned) this.#writeMembers(entity);
    const drafts = planned.map(({ draft }) => draft);
    pairRelations(drafts);
    fitSize(drafts, this.builder);
  }

  #plan(plan: EntityPlan): PlannedEntity {
    const whole = this.#reader.merge(plan.schema);
    const merged = { ...whole, properties: new Map(whole.properties) };
    for (const variant of plan.variants)
      for (const [name, node] of this.#reader.merge(variant).properties)
        if (!merged.properties.has(name)) merged.properties.set(name, node);
    const { schema } = merged;
    const draft = this.builder.entity({
      name: plan.name,
      description: textOf(schema.description) ?? textOf(schema.title),
      line: this.source.lineOf(plan.schema.pointer),
    });
    const identity = identityOf(plan.name, merged);
    const entity: PlannedEntity = {
      ...{ plan, draft, merged, identity },
      idType: 'string',
    };
    if (identity !== undefined) this.#setIdentity(entity, identity);
    for (const node of [plan.schema, ...plan.variants])
      this.#byKey.set(SchemaSource.key(node), entity);
    this.#byName.set(normaliseName(plan.name), entity);
    return entity;
  }

  #setIdentity(entity: PlannedEntity, identity: string): void {
    const { draft, merged } = entity;
    const node = merged.properties.get(identity);
    if (node === undefined) return;
    const { type } = this.#read(node, () => {});
    if (isWhole(type)) entity.idType = 'integer';
    else if (type === 'uuid') entity.idType = 'uuid';
    // The builder takes a field called id for the key by itself.
    if (normaliseName(identity) === 'id') return;
    merged.properties.delete(identity);
    const id = entity.idType === 'string' ? undefined : entity.idType;
    draft.setKey(id as 'integer' | 'uuid' | undefined);
    draft.note(
      id === undefined
        ? 'It becomes the id, and as such has the type of an id.'
        : 'It becomes the id.',
      identity,
      this.source.lineOf(node.pointer),
    );
  }

  #read(node: SchemaNode, note: (message: string) => void): Value {
    return this.#reader.read(node, { note, open: new Set(), depth: 0 });
  }

  /** The entity that a schema is nothing but a reference to. */
  #entityOf(node: SchemaNode): PlannedEntity | undefined {
    for (const step of unwrapped(this.source, node)) {
      const known = this.#byKey.get(SchemaSource.key(step));
      if (known !== undefined) return known;
    }
    return undefined;
  }

  #writeMembers(entity: PlannedEntity): void {
    const { draft, merged } = entity;
    for (const loss of merged.losses) draft.note(`Here ${loss}.`);
    if (isObject(merged.schema.additionalProperties))
      draft.note('Properties that have no name here are left out.');
    for (const [name, node] of merged.properties) {
      const line = this.source.lineOf(node.pointer);
      const note = (message: string) => draft.note(message, name, line);
      const isNullable = this.#reader.merge(node).nullable;
      const required = merged.required.has(name) && !isNullable;
      if (this.#writeRelation(entity, name, node, required)) continue;
      const value = this.#oneOfEntities(node, note) ?? this.#read(node, note);
      if (this.#writeReference(entity, name, node, value, required)) continue;
      draft.fields.push({
        ...value,
        name,
        line,
        ...(required && { required }),
      });
    }
  }

  #oneOfEntities(
    node: SchemaNode,
    note: (message: string) => void,
  ): Value | undefined {
    const target = this.source.follow(node) ?? node;
    const choices = [
      ...alternativesOf(target, 'anyOf').schemas,
      ...alternativesOf(target, 'oneOf').schemas,
    ]
      .map(choice => this.#entityOf(choice)?.plan.name)
      .filter(name => name !== undefined);
    if (choices.length < 2) return undefined;
    note(
      `It refers to one of ${choices.join(
        ', ',
      )}; a relation has one target, so it becomes JSON.`,
    );
    return { type: 'json' };
  }

  /** Writes a property that holds another entity, or a list of them. */
  #writeRelation(
    { draft }: PlannedEntity,
    name: string,
    node: SchemaNode,
    required: boolean,
  ): boolean {
    const line = this.source.lineOf(node.pointer);
    const { schema } = this.#reader.merge(node);
    const description = textOf(node.schema.description);
    const one = this.#entityOf(node);
    if (one !== undefined) {
      const target = one.draft;
      draft.relations.push({
        ...{ name, kind: 'manyToOne', target, description, line },
        ...(required && { required }),
      });
      return true;
    }
    if (!isObject(schema.items)) return false;
    const holder = this.source.follow(node) ?? node;
    const many = this.#entityOf(childOf(holder, 'items'));
    if (many === undefined) return false;
    const target = many.draft;
    draft.relations.push({
      ...{ name, kind: 'manyToMany', target, description, line },
    });
    return true;
  }

  /** Writes a property such as `petId` that holds the id of a row of another entity. */
  #writeReference(
    { draft, merged, identity }: PlannedEntity,
    name: string,
    node: SchemaNode,
    value: Value,
    required: boolean,
  ): boolean {
    if (name === identity) return false;
    const isList = value.type === 'array';
    const referred = referredName(name, isList ? 'ids' : 'id');
    const target = this.#byName.get(normaliseName(referred ?? ''));
    const type = (isList ? value.items?.type : value.type) ?? 'json';
    if (referred === undefined || target === undefined) return false;
    const fits =
      isWhole(target.idType) === isWhole(type) &&
      (isWhole(type) || type === 'uuid' || type === 'string');
    if (!fits) return false;
    const line = this.source.lineOf(node.pointer);
    const plural = formsOfWords(pluralWords(referred));
    const inStyle = name.includes('_') ? plural.snake : plural.camel;
    const relation = isList ? inStyle : referred;
    if (merged.properties.has(relation)) {
      draft.note(`${relation} says the same, so it is left out.`, name, line);
      return true;
    }
    draft.relations.push({
      name: relation,
      kind: isList ? 'manyToMany' : 'manyToOne',
      target: target.draft,
      description: value.description,
      source: name,
      line,
      ...(required && !isList && { required }),
    });
    draft.note(
      `It becomes the relation ${relation}, because it holds the id of ${target.plan.name}.`,
      name,
      line,
    );
    return true;
  }
}
