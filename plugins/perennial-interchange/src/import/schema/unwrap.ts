import { alternativesOf } from './mergeSchema';
import type { SchemaSource } from './SchemaSource';
import { childrenOf, isObject, type SchemaNode, textOf } from './types';

/** References and wrappers that follow one another. */
const MOST_WRAPPERS = 50;

function unwrapOnce(
  source: SchemaSource,
  node: SchemaNode,
): SchemaNode | undefined {
  const reference = textOf(node.schema.$ref);
  if (reference !== undefined) return source.resolve(reference);
  if (isObject(node.schema.properties)) return undefined;
  const parts = childrenOf(node, 'allOf');
  if (parts.length > 0) return parts.length === 1 ? parts[0] : undefined;
  const choices = [
    ...alternativesOf(node, 'anyOf').schemas,
    ...alternativesOf(node, 'oneOf').schemas,
  ];
  return choices.length === 1 ? choices[0] : undefined;
}

/** A schema, and one after the other those that it is nothing but a reference to. */
export function unwrapped(
  source: SchemaSource,
  node: SchemaNode,
): SchemaNode[] {
  const steps = [node];
  let next = unwrapOnce(source, node);
  while (next !== undefined && steps.length < MOST_WRAPPERS) {
    steps.push(next);
    next = unwrapOnce(source, next);
  }
  return steps;
}
