import {
  MAX_MONGO_INDEXES,
  type FieldDocument,
} from '@perennial/plugin-perennial-common';
import type { LegalEntity } from './relations';

function isIndexed({ type, index, unique }: FieldDocument): boolean {
  return index === true || unique === true || type === 'enum';
}

/** Takes indexes from the last fields of an entity until a collection of MongoDB has room for them. */
export function fitIndexes({ draft, document }: LegalEntity): void {
  const { fields = [], relations = [] } = document;
  const room = Math.max(0, MAX_MONGO_INDEXES - relations.length);
  const indexed = fields.filter(isIndexed);
  // What only speeds up goes before what also keeps rows apart.
  const leastFirst = [
    ...indexed.filter(field => !field.unique && field.type !== 'enum'),
    ...indexed.filter(field => field.type === 'enum' && !field.unique),
    ...indexed.filter(field => field.unique),
  ];
  const plain = new Set(
    leastFirst.slice(0, Math.max(0, indexed.length - room)),
  );
  if (relations.length > MAX_MONGO_INDEXES) {
    draft.note(
      `A collection of MongoDB has room for ${MAX_MONGO_INDEXES} indexes: the relations after that many are left out.`,
    );
    document.relations = relations.slice(0, MAX_MONGO_INDEXES);
  }
  if (plain.size === 0) return;
  draft.note(
    `A collection of MongoDB has room for ${MAX_MONGO_INDEXES} indexes: ${plain.size} fields are left without one.`,
  );
  document.fields = fields.map(field => {
    if (!plain.has(field)) return field;
    const { index: _index, unique: _unique, values: _values, ...rest } = field;
    return field.type === 'enum' ? { ...rest, type: 'string' } : rest;
  });
}
