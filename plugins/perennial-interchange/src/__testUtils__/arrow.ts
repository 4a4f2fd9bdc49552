import type { RelationDocument } from '@perennial/plugin-perennial-common';

/** A relation on one line, for tests to compare. `!` is required. */
export function arrow(relation: RelationDocument): string {
  const { name, kind, target, required, onDelete, inverse } = relation;
  return [
    `${name}: ${kind} ${target}${required ? '!' : ''}`,
    onDelete,
    inverse && `(${inverse})`,
  ]
    .filter(Boolean)
    .join(' ');
}
