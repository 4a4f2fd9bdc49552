import { SchemaSource } from './SchemaSource';
import {
  childOf,
  childrenOf,
  isObject,
  type SchemaNode,
  type SchemaObject,
  textOf,
  textsOf,
} from './types';

/** A schema with what it takes from others, as one. */
export interface MergedSchema {
  /** Where it stands. */
  node: SchemaNode;
  /** Its own words and those of what it refers to, but for the members below. */
  schema: SchemaObject;
  properties: Map<string, SchemaNode>;
  required: Set<string>;
  nullable: boolean;
  /** One of these, where they are no objects, which are merged. */
  alternatives: SchemaNode[];
  /** What a model does not say, as ends of sentences. */
  losses: Set<string>;
}

/** What combines schemas, and is no word about the value itself. */
const COMBINERS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'properties', 'required'];

const CONDITIONS = [
  'if',
  'not',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
];

function ownWords(schema: SchemaObject): SchemaObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([name]) => !COMBINERS.includes(name)),
  );
}

function emptyMerge(node: SchemaNode): MergedSchema {
  return {
    node,
    schema: {},
    properties: new Map(),
    required: new Set(),
    nullable: false,
    alternatives: [],
    losses: new Set(),
  };
}

/** Adds what another schema says where this one says nothing. */
function absorb(merged: MergedSchema, other: MergedSchema): void {
  merged.schema = { ...other.schema, ...merged.schema };
  for (const [name, property] of other.properties)
    if (!merged.properties.has(name)) merged.properties.set(name, property);
  for (const name of other.required) merged.required.add(name);
  for (const loss of other.losses) merged.losses.add(loss);
  merged.nullable ||= other.nullable;
  merged.alternatives.push(...other.alternatives);
}

/** Whether a schema allows null and nothing else. */
function isNull({ schema }: SchemaNode): boolean {
  return (
    schema.type === 'null' ||
    ('const' in schema && schema.const === null) ||
    (Array.isArray(schema.enum) &&
      schema.enum.length > 0 &&
      schema.enum.every(value => value === null))
  );
}

/** The schemas of `anyOf` or `oneOf` but for null. */
export function alternativesOf(
  node: SchemaNode,
  keyword: 'anyOf' | 'oneOf',
): { schemas: SchemaNode[]; nullable: boolean } {
  const all = childrenOf(node, keyword);
  const schemas = all.filter(child => !isNull(child));
  return { schemas, nullable: schemas.length < all.length };
}

function typesOf({ type }: SchemaObject): string[] {
  return typeof type === 'string' ? [type] : textsOf(type);
}

function isObjectSchema({ schema, properties }: MergedSchema): boolean {
  return properties.size > 0 || typesOf(schema).includes('object');
}

/** Schemas that one schema may be merged of. Combinations of combinations can be endless. */
const MOST_PARTS = 2_000;

/** Merges schemas that are combined of others. */
export class SchemaMerger {
  #parts = 0;
  /** Many schemas refer to the same ones, and each is asked for several times. */
  readonly #known = new Map<string, MergedSchema>();

  constructor(readonly source: SchemaSource) {}

  /** A schema with what it refers to and what it is combined of, for all who ask. */
  merge(node: SchemaNode): Readonly<MergedSchema> {
    const key = SchemaSource.key(node);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#parts = 0;
    const merged = this.#merge(node, new Set());
    this.#known.set(key, merged);
    return merged;
  }

  /** A reference to a schema that is being merged already adds nothing. */
  #merge(node: SchemaNode, open: ReadonlySet<string>): MergedSchema {
    const merged = emptyMerge(node);
    const key = SchemaSource.key(node);
    this.#parts += 1;
    if (open.has(key) || this.#parts > MOST_PARTS) return merged;
    const inside = new Set([...open, key]);
    const { schema } = node;
    merged.schema = ownWords(schema);
    merged.nullable =
      schema.nullable === true || typesOf(schema).includes('null');
    for (const name of textsOf(schema.required)) merged.required.add(name);
    if (isObject(schema.properties))
      for (const [name, property] of Object.entries(schema.properties)) {
        merged.properties.set(name, childOf(node, 'properties', name));
        // So says draft 3, and so do many who write later ones.
        if (isObject(property) && property.required === true)
          merged.required.add(name);
      }
    for (const word of CONDITIONS)
      if (word in schema) merged.losses.add(`what ${word} says is left out`);
    this.#mergeReference(merged, inside);
    for (const part of childrenOf(node, 'allOf'))
      absorb(merged, this.#merge(part, inside));
    for (const keyword of ['anyOf', 'oneOf'] as const)
      this.#mergeAlternatives(merged, keyword, inside);
    return merged;
  }

  #mergeReference(merged: MergedSchema, open: ReadonlySet<string>): void {
    const reference = textOf(merged.node.schema.$ref);
    if (reference === undefined) return;
    const target = this.source.resolve(reference);
    if (target === undefined)
      merged.losses.add(
        `"${reference.slice(
          0,
          200,
        )}" is not in this document, and other documents are not fetched`,
      );
    else absorb(merged, this.#merge(target, open));
  }

  #mergeAlternatives(
    merged: MergedSchema,
    keyword: 'anyOf' | 'oneOf',
    open: ReadonlySet<string>,
  ): void {
    const { schemas, nullable } = alternativesOf(merged.node, keyword);
    merged.nullable ||= nullable;
    const found = schemas.map(schema => this.#merge(schema, open));
    if (found.length === 1) {
      absorb(merged, found[0]);
      return;
    }
    // Alternatives that only say what is required say nothing about values.
    const telling = found.filter(
      ({ schema, properties, alternatives }) =>
        properties.size > 0 ||
        alternatives.length > 0 ||
        Object.keys(schema).length > 0,
    );
    if (telling.length === 0) return;
    if (!telling.every(isObjectSchema)) {
      merged.alternatives.push(...schemas);
      return;
    }
    merged.losses.add(
      `it is ${keyword === 'oneOf' ? 'one' : 'any'} of ${
        schemas.length
      } kinds of objects, and has the properties of all of them, none required`,
    );
    for (const alternative of telling)
      absorb(merged, { ...alternative, required: new Set() });
  }
}

/** The types that a schema allows, but for null. */
export function valueTypes(schema: SchemaObject): string[] {
  return typesOf(schema).filter(type => type !== 'null');
}
