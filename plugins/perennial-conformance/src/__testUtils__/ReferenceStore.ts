import { randomUUID } from 'node:crypto';
import type {
  ResolvedEntity,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import { plainNumber } from '../values/decimal';
import { ProblemError } from './ProblemError';
import { rank } from './queryRules';
import type { StoredRow } from './types';

/** Who asks: nobody in particular, a user, or an admin. */
export interface Caller {
  subject?: string;
  admin: boolean;
}

/** Rows in memory, with the contract's rules about relations and uniqueness. */
export class ReferenceStore {
  private readonly tables = new Map<string, Map<string, StoredRow>>();
  private nextId = 1;

  private constructor(private readonly model: ResolvedModel) {
    for (const entity of model.entities) {
      this.tables.set(entity.name, new Map());
    }
  }

  static create(model: ResolvedModel): ReferenceStore {
    return new ReferenceStore(model);
  }

  /** Rows that the caller may see, in the order of their making. */
  visible(
    entity: { name: string; owned: boolean },
    caller: Caller,
  ): StoredRow[] {
    return [...this.table(entity).values()].filter(
      row =>
        !row.deleted &&
        (!entity.owned || caller.admin || row.owner === caller.subject),
    );
  }

  find(entity: ResolvedEntity, id: string, caller: Caller): StoredRow {
    const row = this.visible(entity, caller).find(one => String(one.id) === id);
    if (!row) {
      throw new ProblemError(404);
    }
    return row;
  }

  insert(
    entity: ResolvedEntity,
    values: Record<string, unknown>,
    caller: Caller,
  ): StoredRow {
    this.assertFree(entity, values, undefined);
    this.assertReferences(entity, values, caller);
    const id = entity.id === 'integer' ? this.nextId++ : randomUUID();
    const now = new Date().toISOString();
    const row: StoredRow = {
      id,
      values: {
        ...values,
        ...(entity.timestamps ? { created_at: now, updated_at: now } : {}),
      },
      version: 1,
      owner: caller.subject,
      deleted: false,
    };
    this.table(entity).set(String(id), row);
    return row;
  }

  update(
    entity: ResolvedEntity,
    row: StoredRow,
    values: Record<string, unknown>,
    caller: Caller,
  ): void {
    this.assertFree(entity, values, row);
    this.assertReferences(entity, values, caller);
    row.values = {
      ...row.values,
      ...values,
      ...(entity.timestamps ? { updated_at: new Date().toISOString() } : {}),
    };
    row.version += 1;
  }

  /** Deletes a row and what goes with it; 409 where something restricts. */
  remove(entity: ResolvedEntity, row: StoredRow): void {
    const doomed = new Map<StoredRow, ResolvedEntity>([[row, entity]]);
    const cleared: (() => void)[] = [];
    for (const [gone, goneEntity] of doomed) {
      for (const { source, relation } of goneEntity.inverses) {
        const sourceEntity = this.entity(source.name);
        for (const child of this.table(source).values()) {
          const value = child.values[relation.wireName];
          if (relation.kind === 'manyToMany') {
            if (Array.isArray(value) && value.includes(gone.id)) {
              cleared.push(() => {
                child.values[relation.wireName] = value.filter(
                  id => id !== gone.id,
                );
              });
            }
          } else if (value === gone.id && !doomed.has(child)) {
            if (relation.onDelete === 'cascade') {
              doomed.set(child, sourceEntity);
            } else if (relation.onDelete === 'setNull') {
              cleared.push(() => {
                child.values[relation.wireName] = null;
                child.version += 1;
              });
            } else if (!child.deleted || !goneEntity.softDelete) {
              throw new ProblemError(409);
            }
          }
        }
      }
    }
    cleared.forEach(clear => clear());
    for (const [gone, goneEntity] of doomed) {
      if (goneEntity.softDelete) {
        gone.deleted = true;
      } else {
        this.table(goneEntity).delete(String(gone.id));
      }
    }
  }

  /** The values of a body as they are stored: each name, defaults, spellings. */
  stored(
    entity: ResolvedEntity,
    body: Record<string, unknown>,
  ): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const field of entity.fields) {
      const value =
        body[field.name] ?? (field.hasDefault ? field.default : null);
      if (value !== null && ['decimal', 'bigInteger'].includes(field.type)) {
        values[field.name] = plainNumber(value);
      } else if (value !== null && field.type === 'dateTime') {
        values[field.name] = new Date(String(value)).toISOString();
      } else {
        values[field.name] = value;
      }
    }
    for (const relation of entity.relations) {
      values[relation.wireName] =
        body[relation.wireName] ?? (relation.kind === 'manyToMany' ? [] : null);
    }
    return values;
  }

  private assertFree(
    entity: ResolvedEntity,
    values: Record<string, unknown>,
    self: StoredRow | undefined,
  ): void {
    const others = [...this.table(entity).values()].filter(
      row => row !== self && !row.deleted,
    );
    const taken = (
      name: string,
      field = entity.fields.find(one => one.name === name),
    ) =>
      values[name] !== null &&
      values[name] !== undefined &&
      others.some(
        row => rank(field, row.values[name]) === rank(field, values[name]),
      );
    const names = [
      ...entity.fields.filter(field => field.unique).map(field => field.name),
      ...entity.relations.filter(one => one.unique).map(one => one.wireName),
    ];
    if (names.some(name => taken(name))) {
      throw new ProblemError(409);
    }
  }

  private assertReferences(
    entity: ResolvedEntity,
    values: Record<string, unknown>,
    caller: Caller,
  ): void {
    for (const relation of entity.relations) {
      const known = this.visible(relation.target, caller).map(row => row.id);
      const ids = [values[relation.wireName]]
        .flat()
        .filter(id => id !== null && id !== undefined);
      if (ids.some(id => !known.includes(id as string))) {
        throw new ProblemError(409);
      }
    }
  }

  private entity(name: string): ResolvedEntity {
    return this.model.entities.find(entity => entity.name === name)!;
  }

  private table(entity: { name: string }): Map<string, StoredRow> {
    return this.tables.get(entity.name)!;
  }
}
