import type { Pointer, SourceDocument } from '../document/readDocument';
import { childOf, isObject, type SchemaNode, textOf, valueAt } from './types';

/** References that follow one another. */
const LONGEST_CHAIN = 50;

/** Levels of a document in which names of schemas are looked for. */
const DEEPEST = 60;

function stepsOf(fragment: string): string[] {
  return fragment
    .split('/')
    .slice(1)
    .map(step => {
      const plain = step.replace(/~1/g, '/').replace(/~0/g, '~');
      try {
        return decodeURIComponent(plain);
      } catch {
        return plain;
      }
    });
}

/** An address made whole, or as it is where it has no meaning. */
function resolveUrl(reference: string, base: string): string {
  try {
    return new URL(reference, base).href;
  } catch {
    return reference;
  }
}

/**
 * A document of schemas, in which references are followed. Those to other
 * documents are never fetched: they lead nowhere.
 */
export class SchemaSource {
  /** Schemas by their own address, and by address and anchor. */
  readonly #byAddress = new Map<string, SchemaNode>();
  readonly #seen = new WeakSet<object>();
  readonly #base: string;

  constructor(
    readonly root: SchemaNode,
    private readonly document: SourceDocument,
  ) {
    this.#base = resolveUrl(
      textOf(root.schema.$id ?? root.schema.id) ?? '',
      'schema:///document',
    );
    this.#gather(root, this.#base, DEEPEST);
    this.#byAddress.set(this.#base.replace(/#.*$/, ''), root);
  }

  lineOf(pointer: Pointer): number | undefined {
    return this.document.lineOf(pointer);
  }

  #gather(node: SchemaNode, outer: string, depth: number): void {
    const { schema } = node;
    // Aliases of YAML can make one schema stand in many places, or in itself.
    if (depth === 0 || this.#seen.has(schema)) return;
    this.#seen.add(schema);
    const id = textOf(schema.$id ?? schema.id);
    const base = id === undefined ? outer : resolveUrl(id, outer);
    if (id !== undefined) this.#byAddress.set(base.replace(/#$/, ''), node);
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = textOf(schema[keyword]);
      if (anchor !== undefined)
        this.#byAddress.set(resolveUrl(`#${anchor}`, base), node);
    }
    for (const [name, value] of Object.entries(schema)) {
      if (isObject(value)) this.#gather(childOf(node, name), base, depth - 1);
      else if (Array.isArray(value))
        value.forEach((_, index) =>
          this.#gather(childOf(node, name, index), base, depth - 1),
        );
    }
  }

  /** What a reference leads to; undefined where that is not in the document. */
  resolve(reference: string): SchemaNode | undefined {
    const address = resolveUrl(reference, this.#base);
    const known = this.#byAddress.get(address.replace(/#$/, ''));
    if (known !== undefined) return known;
    const [whole, fragment = ''] = address.split('#', 2);
    const start = this.#byAddress.get(whole);
    if (start === undefined || !fragment.startsWith('/')) return undefined;
    const steps = stepsOf(fragment);
    return valueAt(start.schema, steps) === undefined
      ? undefined
      : childOf(start, ...steps);
  }

  /** Follows references to the schema that says something; undefined where they lead nowhere. */
  follow(node: SchemaNode): SchemaNode | undefined {
    let current: SchemaNode | undefined = node;
    for (let step = 0; step < LONGEST_CHAIN && current !== undefined; step++) {
      const reference = textOf(current.schema.$ref);
      if (reference === undefined) return current;
      current = this.resolve(reference);
    }
    return undefined;
  }

  /** The same for two ways to one schema. */
  static key(node: SchemaNode): string {
    return JSON.stringify(node.pointer.map(String));
  }
}
