import { MAX_NESTING } from '@perennial/plugin-perennial-common';
import { commonValue } from './alternatives';
import { impliedType } from './impliedType';
import { type MergedSchema, SchemaMerger, valueTypes } from './mergeSchema';
import {
  enumValue,
  integerValue,
  numberValue,
  type Scalar,
  stringValue,
  type Value,
} from './scalars';
import { SchemaSource } from './SchemaSource';
import { childOf, isObject, type SchemaNode, textOf } from './types';

/** Where a value stands, for what is said about it. */
export interface ValuePlace {
  /** Says what the model does not hold, as a sentence. */
  note(message: string): void;
  /** Schemas around it, which it cannot hold again. */
  open: ReadonlySet<string>;
  depth: number;
}

/** Values of all schemas together. More than that is a way to keep a page busy. */
const MOST_VALUES = 20_000;

function sentence(loss: string): string {
  return `${loss.charAt(0).toUpperCase()}${loss.slice(1)}.`;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Reads what a schema allows as a value of a model. */
export class ValueReader {
  readonly #merger: SchemaMerger;
  #values = 0;

  constructor(
    readonly source: SchemaSource,
    /** The value that stands for a row of an entity; undefined for other schemas. */
    private readonly referenceTo: (node: SchemaNode) => Value | undefined,
  ) {
    this.#merger = new SchemaMerger(source);
  }

  merge(node: SchemaNode): MergedSchema {
    return this.#merger.merge(node);
  }

  /** A value with its description, default and examples. */
  read(node: SchemaNode, place: ValuePlace): Value {
    this.#values += 1;
    const merged = this.#merger.merge(node);
    const { schema } = merged;
    const value = this.#valueOf(merged, place);
    for (const loss of merged.losses) place.note(sentence(loss));
    if (schema.writeOnly === true)
      place.note(
        'The source takes it and never answers it; a service answers every field.',
      );
    const examples = Array.isArray(schema.examples)
      ? schema.examples
      : [schema.example];
    const description = textOf(schema.description) ?? textOf(schema.title);
    return {
      ...value,
      ...(description && { description }),
      ...(schema.default !== undefined &&
        schema.default !== null && {
          default: schema.default as Value['default'],
        }),
      ...this.#examples(examples),
    };
  }

  #examples(examples: readonly unknown[]): Partial<Value> {
    const some = examples.filter(
      example => example !== undefined && example !== null,
    );
    return some.length === 0
      ? {}
      : { examples: some.slice(0, 20) as Value['examples'] };
  }

  #valueOf(merged: MergedSchema, place: ValuePlace): Value {
    const { node, schema } = merged;
    const key = SchemaSource.key(this.source.follow(node) ?? node);
    if (place.open.has(key)) {
      place.note('It holds itself, so it becomes JSON from here on.');
      return { type: 'json' };
    }
    if (this.#values > MOST_VALUES) {
      place.note('The source holds too much to go further: this becomes JSON.');
      return { type: 'json' };
    }
    const inside = {
      ...place,
      open: new Set([...place.open, key]),
      depth: place.depth + 1,
    };
    const values = Array.isArray(schema.enum)
      ? schema.enum
      : 'const' in schema && [schema.const];
    if (values && !values.some(value => typeof value === 'object' && value))
      return this.#scalar(enumValue(values), place);
    if (values)
      place.note('Its list of values holds objects or lists, and is left out.');
    if (merged.alternatives.length > 0) return this.#oneOf(merged, inside);
    return this.#typed(merged, inside);
  }

  #scalar({ value, losses }: Scalar, place: ValuePlace): Value {
    for (const loss of losses) place.note(sentence(loss));
    return value;
  }

  #typed(merged: MergedSchema, place: ValuePlace): Value {
    const types = valueTypes(merged.schema);
    const isNumber = types.length === 2 && types.includes('integer');
    const [type] = types.length === 0 ? [impliedType(merged)] : types;
    if (types.length > 1 && !(isNumber && types.includes('number'))) {
      place.note(`It can be ${types.join(' or ')}, so it becomes JSON.`);
      return { type: 'json' };
    }
    switch (isNumber ? 'number' : type) {
      case 'string':
        return this.#scalar(stringValue(merged.schema), place);
      case 'integer':
        return this.#scalar(integerValue(merged.schema), place);
      case 'number':
        return this.#scalar(numberValue(merged.schema), place);
      case 'boolean':
        return { type: 'boolean' };
      case 'array':
        return this.#list(merged, place);
      case 'object':
        return this.#object(merged, place);
      default:
        return { type: 'json' };
    }
  }

  #oneOf({ alternatives }: MergedSchema, place: ValuePlace): Value {
    const silent = { ...place, note: () => {} };
    const values = alternatives.map(node => this.read(node, silent));
    return this.#scalar(commonValue(values), place);
  }

  #list({ node, schema }: MergedSchema, place: ValuePlace): Value {
    const { items } = schema;
    if (!isObject(items) || 'prefixItems' in schema) {
      if (Array.isArray(items) || 'prefixItems' in schema)
        place.note(
          'Each of its places has a type of its own, so it becomes JSON.',
        );
      return { type: 'json' };
    }
    const owner = this.#holderOf(node, 'items');
    const [minItems, maxItems] = [schema.minItems, schema.maxItems].map(
      countOf,
    );
    return {
      type: 'array',
      items: this.#item(childOf(owner, 'items'), place),
      ...(minItems ? { minItems } : {}),
      ...(maxItems === undefined ? {} : { maxItems }),
    };
  }

  /** The schema that has a keyword itself, behind references and combinations. */
  #holderOf(node: SchemaNode, keyword: string): SchemaNode {
    const target = this.source.follow(node) ?? node;
    if (keyword in target.schema) return target;
    return {
      schema: { [keyword]: this.merge(node).schema[keyword] },
      pointer: node.pointer,
    };
  }

  #item(node: SchemaNode, place: ValuePlace): Value {
    const reference = this.referenceTo(node);
    if (reference !== undefined) {
      place.note(
        'What lies inside of a row cannot refer to other rows: it holds their ids.',
      );
      return reference;
    }
    const { default: _default, ...value } = this.read(node, place);
    return value;
  }

  #object(merged: MergedSchema, place: ValuePlace): Value {
    if (merged.properties.size === 0) return { type: 'json' };
    if (place.depth > MAX_NESTING) {
      place.note('It is nested too deeply, so it becomes JSON.');
      return { type: 'json' };
    }
    if (isObject(merged.schema.additionalProperties))
      place.note('Properties that have no name here are left out.');
    return {
      type: 'object',
      fields: [...merged.properties].map(([name, node]) => {
        const value = this.#item(node, {
          ...place,
          note: message => place.note(`${name}: ${message}`),
        });
        const nullable = this.merge(node).nullable;
        return {
          ...value,
          name,
          ...(merged.required.has(name) && !nullable && { required: true }),
        };
      }),
    };
  }
}
