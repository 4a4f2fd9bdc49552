import { normaliseName } from '@perennial/plugin-perennial-common';
import type { DraftEntity, DraftField } from './drafts';

function takeId(entity: DraftEntity, field: DraftField): void {
  const { type } = field;
  entity.setKey(
    type === 'integer' || type === 'bigInteger' ? 'integer' : undefined,
  );
  if (type === 'uuid') entity.setKey('uuid');
  if (entity.id === undefined) {
    entity.note(
      `Its type is ${type}; the id is a uuid or an integer, and becomes the one that the database has.`,
      field.name,
      field.line,
    );
  }
}

/**
 * The fields without those that every entity can have of itself: `id`,
 * `created_at`, `updated_at` and `deleted_at`, in any spelling.
 */
export function withoutBuiltIns(entity: DraftEntity): DraftField[] {
  const stamps = new Map<string, DraftField>();
  const fields = entity.fields.filter(field => {
    const name = normaliseName(field.name);
    if (name === 'id' && !entity.hasKey) {
      takeId(entity, field);
      return false;
    }
    if (field.type !== 'dateTime') return true;
    if (name === 'deletedat') {
      entity.softDelete = true;
      return false;
    }
    if (name !== 'createdat' && name !== 'updatedat') return true;
    stamps.set(name, field);
    return false;
  });
  if (stamps.size === 0) return fields;
  entity.timestamps = true;
  const [only] = stamps.values();
  if (stamps.size === 1) {
    entity.note(
      'created_at and updated_at come together, so the other one comes along.',
      only.name,
      only.line,
    );
  }
  return fields;
}
