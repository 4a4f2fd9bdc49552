import type { SchemaMerger } from '../schema/mergeSchema';
import type { SchemaSource } from '../schema/SchemaSource';
import { childOf, isObject, type SchemaNode, textOf } from '../schema/types';

/** What the paths say about a schema. */
export interface Collection {
  /** The last word of the path. */
  name: string;
  /** What a list holds. */
  item?: SchemaNode;
  /** What the list is wrapped in. */
  envelope?: SchemaNode;
  /** What the path of one row answers. */
  single?: SchemaNode;
  /** What creates or changes a row. */
  bodies: SchemaNode[];
}

/** Properties that wrap a single answer. */
const WRAPPERS = ['data', 'result', 'item'];

function withoutReference(source: SchemaSource, node: SchemaNode): SchemaNode {
  return source.follow(node) ?? node;
}

/** The schema of what a request or an answer holds, JSON where there is a choice. */
function contentOf(
  source: SchemaSource,
  node: SchemaNode,
): SchemaNode | undefined {
  const holder = withoutReference(source, node);
  const content = childOf(holder, 'content');
  const types = Object.keys(content.schema);
  const type = types.find(name => /json/i.test(name)) ?? types[0];
  return type === undefined || !isObject(content.schema[type])
    ? undefined
    : childOf(content, type, 'schema');
}

function answerOf(source: SchemaSource, operation: SchemaNode) {
  const responses = childOf(operation, 'responses');
  const statuses = Object.keys(responses.schema);
  const status = statuses.find(code => /^2/.test(code));
  return status === undefined
    ? undefined
    : contentOf(source, childOf(responses, status));
}

function isParameter(segment: string): boolean {
  return /^[{:]/.test(segment);
}

/** Reads the paths of a document, each path and the path of one of its rows together. */
export class OperationReader {
  readonly #collections = new Map<string, Collection>();

  constructor(
    private readonly source: SchemaSource,
    private readonly merger: Pick<SchemaMerger, 'merge'>,
  ) {}

  read(): Collection[] {
    const paths = childOf(this.source.root, 'paths');
    for (const path of Object.keys(paths.schema)) {
      const segments = path.split('/').filter(segment => segment !== '');
      const last = segments[segments.length - 1];
      if (last === undefined) continue;
      const item = withoutReference(this.source, childOf(paths, path));
      if (isParameter(last)) this.#readSingle(segments.slice(0, -1), item);
      else this.#readMany(segments, item);
    }
    return [...this.#collections.values()];
  }

  #collection(segments: string[]): Collection {
    const key = segments.join('/');
    const known = this.#collections.get(key);
    if (known !== undefined) return known;
    const words = segments.filter(segment => !isParameter(segment));
    const collection = { name: words[words.length - 1] ?? 'item', bodies: [] };
    this.#collections.set(key, collection);
    return collection;
  }

  #readMany(segments: string[], path: SchemaNode): void {
    const answer = answerOf(this.source, childOf(path, 'get'));
    const list = answer && this.#listOf(answer);
    const body = contentOf(this.source, childOf(path, 'post', 'requestBody'));
    if (list === undefined && body === undefined) return;
    const collection = this.#collection(segments);
    Object.assign(collection, list);
    if (body !== undefined) collection.bodies.push(body);
  }

  #readSingle(segments: string[], path: SchemaNode): void {
    const answer = answerOf(this.source, childOf(path, 'get'));
    if (answer === undefined) return;
    const collection = this.#collection(segments);
    collection.single = this.#unwrapped(answer);
    for (const method of ['put', 'patch']) {
      const body = contentOf(this.source, childOf(path, method, 'requestBody'));
      if (body !== undefined) collection.bodies.push(body);
    }
  }

  /** The items of a list, or of the list that an object wraps. */
  #listOf(
    answer: SchemaNode,
  ): Pick<Collection, 'item' | 'envelope'> | undefined {
    const direct = this.#itemsOf(answer);
    if (direct !== undefined) return { item: direct };
    const lists = [...this.merger.merge(answer).properties.values()]
      .map(property => this.#itemsOf(property))
      .filter(item => item !== undefined && this.#isObject(item));
    return lists.length === 1
      ? { item: lists[0], envelope: answer }
      : undefined;
  }

  #itemsOf(node: SchemaNode): SchemaNode | undefined {
    const holder = withoutReference(this.source, node);
    const isList = isObject(holder.schema.items) && !holder.schema.properties;
    return isList ? childOf(holder, 'items') : undefined;
  }

  #isObject(node: SchemaNode): boolean {
    return this.merger.merge(node).properties.size > 0;
  }

  #unwrapped(answer: SchemaNode): SchemaNode {
    const { properties } = this.merger.merge(answer);
    const wrapped = WRAPPERS.map(name => properties.get(name)).find(
      node => node !== undefined,
    );
    return wrapped !== undefined &&
      !properties.has('id') &&
      this.#isObject(wrapped)
      ? wrapped
      : answer;
  }
}

/** The version of a document, or undefined where it is none of OpenAPI. */
export function versionOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return textOf(value.openapi) ?? textOf(value.swagger);
}
