import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isObject, textAt } from './readDraft';
import type { DraftModel, JsonObject, JsonValue } from './types';

const FORMAT = { lineWidth: 100, aliasDuplicateObjects: false } as const;

/**
 * The text of a model that was edited elsewhere: the old text with what changed
 * patched in, so that its comments, its order and its way of writing stay.
 * Where the old text cannot be patched, the model is written out anew.
 */
export function reconcileText(text: string, model: DraftModel): string {
  if (Object.keys(model).length === 0) {
    return '';
  }
  const document = parse(text);
  if (!document || !isMap(document.contents)) {
    return stringify(model, FORMAT);
  }
  writeOutAliases(document);
  patchMap(document, document.contents, model);
  return document.toString(FORMAT);
}

function parse(text: string): Document | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  try {
    const document = parseDocument(text, { prettyErrors: false });
    document.toJS({ maxAliasCount: 100 });
    return document.errors.length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

/** A change of one use of an anchor must not change the others. */
function writeOutAliases(document: Document): void {
  visit(document, {
    Alias: (_key, alias) => {
      const node = alias.resolve(document)?.clone();
      return isNode(node) ? node : undefined;
    },
  });
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        node.anchor = undefined;
      }
    },
  });
}

function patch(document: Document, node: unknown, value: JsonValue): unknown {
  if (isMap(node) && isObject(value) && !hasMergeKey(node)) {
    patchMap(document, node, value);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    patchList(document, node, value);
    return node;
  }
  if (isScalar(node) && node.value === value) {
    return node;
  }
  return keepComments(node, document.createNode(value, FORMAT) as Node);
}

/** `<<: *defaults` says in one line what the model says in several. */
function hasMergeKey(node: YAMLMap): boolean {
  return node.items.some(pair => keyOf(pair) === '<<');
}

function patchMap(document: Document, node: YAMLMap, value: JsonObject): void {
  const kept = node.items.filter(pair => Object.hasOwn(value, keyOf(pair)));
  kept.forEach(pair => {
    pair.value = patch(document, pair.value, value[keyOf(pair)] ?? null);
  });
  const known = new Map(kept.map(pair => [keyOf(pair), pair]));
  const items = [...kept];
  let previous: Pair | undefined;
  for (const [name, member] of Object.entries(value)) {
    let pair = known.get(name);
    if (!pair && member !== undefined) {
      pair = document.createPair(name, member, FORMAT);
      items.splice(previous ? items.indexOf(previous) + 1 : 0, 0, pair);
    }
    previous = pair ?? previous;
  }
  node.items = items;
}

function patchList(
  document: Document,
  node: YAMLSeq,
  values: JsonValue[],
): void {
  const matches = matchItems(
    node.items.map(item =>
      isNode(item) ? (item.toJS(document) as JsonValue) : (item as JsonValue),
    ),
    values,
  );
  node.items = values.map((value, index) => {
    const match = matches[index];
    return match === undefined
      ? document.createNode(value, FORMAT)
      : patch(document, node.items[match], value);
  });
}

/**
 * For each new item the index of the old one that it comes from: the one with
 * the same name, else the one that stood in its place, if no other has it.
 */
function matchItems(
  old: JsonValue[],
  values: JsonValue[],
): (number | undefined)[] {
  const free = new Set(old.keys());
  const take = (index: number | undefined) => {
    if (index === undefined || !free.has(index)) {
      return undefined;
    }
    free.delete(index);
    return index;
  };
  const byIdentity = new Map<string, number[]>();
  old.forEach((item, index) => {
    const identity = identityOf(item);
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
  });
  const matches = values.map(value =>
    take(byIdentity.get(identityOf(value))?.shift()),
  );
  const isEdit = old.length === values.length;
  return matches.map((match, index) =>
    match === undefined && isEdit ? take(index) : match,
  );
}

function identityOf(item: JsonValue): string {
  if (isObject(item)) {
    return `name ${textAt(item, 'name')}`;
  }
  return `value ${JSON.stringify(item)}`;
}

function keepComments(old: unknown, node: Node): Node {
  if (isNode(old)) {
    node.comment = old.comment;
    node.commentBefore = old.commentBefore;
    node.spaceBefore = old.spaceBefore;
    if (
      isScalar(old) &&
      isScalar(node) &&
      typeof old.value === 'string' &&
      typeof node.value === 'string' &&
      (old.type === Scalar.QUOTE_SINGLE || old.type === Scalar.QUOTE_DOUBLE)
    ) {
      node.type = old.type;
    }
  }
  return node;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? `${pair.key.value}` : `${pair.key}`;
}
