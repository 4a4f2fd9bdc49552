import {
  nameForms,
  pluralWords,
  relationWireName,
  singularName,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity } from '../build';
import { isUnique } from './keys';
import type { ForeignKey, Schema, Table } from './Schema';

/** Every table that became an entity, by its key. */
export type Entities = ReadonlyMap<string, DraftEntity>;

/** `customer_id` refers to a customer. */
export function referenceName(column: string, target: string): string {
  const bare = column.replace(
    /(?:_(?:id|uuid|fk|key|code)|(?<=[a-z0-9])(?:Id|ID|Uuid))$/,
    '',
  );
  return /^(?:id|uuid)?$/i.test(bare)
    ? nameForms(singularName(target)).snake
    : bare;
}

/** The foreign keys that become relations, one for each column; the others are noted. */
export function referencesOf(table: Table, schema: Schema): ForeignKey[] {
  const place = `table ${table.name}`;
  const seen = new Set<string>();
  return table.foreignKeys.filter(key => {
    const [column] = key.columns;
    const target = schema.table(key.target);
    if (key.columns.length !== 1) {
      schema.note(
        place,
        `The foreign key over ${key.columns.join(
          ', ',
        )} is left out: a relation refers to an id. Its columns become fields.`,
        key.line,
      );
      return false;
    }
    if (target === undefined || !table.columns.has(column)) {
      schema.note(
        `${place}, column ${column}`,
        `It refers to ${key.target}, which is not in the source, so it becomes a field.`,
        key.line,
      );
      return false;
    }
    if (seen.has(column)) {
      schema.note(
        `${place}, column ${column}`,
        `It refers to ${key.target} too, which is left out.`,
        key.line,
      );
      return false;
    }
    seen.add(column);
    return true;
  });
}

const ON_DELETE = new Map([
  ['c', 'cascade'],
  ['n', 'setNull'],
] as const);

function noteReference(
  entity: DraftEntity,
  name: string,
  key: ForeignKey,
  target: Table,
): void {
  const [column] = key.columns;
  const [targetColumn] = key.targetColumns;
  const isKey =
    target.primaryKey?.length === 1 &&
    target.primaryKey[0] === (targetColumn ?? target.primaryKey[0]);
  const wireName = relationWireName({ name, kind: 'manyToOne' });
  if (!isKey) {
    entity.note(
      `It refers to ${targetColumn ?? 'the key'} of ${
        target.name
      }; in the model it refers to the id, and is called ${wireName}.`,
      column,
      key.line,
    );
  } else if (wireName !== column) {
    entity.note(`It is called ${wireName} in the model.`, column, key.line);
  }
  if (key.onDelete === 'd') {
    entity.note(
      `ON DELETE SET DEFAULT becomes restrict: ${target.name} cannot be deleted while it is referred to.`,
      column,
      key.line,
    );
  }
}

/** Makes a relation of each reference of a table. */
export function addReferences(
  entity: DraftEntity,
  table: Table,
  references: ForeignKey[],
  schema: Schema,
  entities: Entities,
): void {
  for (const key of references) {
    const [name] = key.columns;
    const column = table.columns.get(name);
    const target = schema.table(key.target);
    const targetEntity = target && entities.get(target.key);
    if (
      column === undefined ||
      target === undefined ||
      targetEntity === undefined
    )
      continue;
    const relation = referenceName(name, target.name);
    const isPart = table.primaryKey?.includes(name) ?? false;
    noteReference(entity, relation, key, target);
    entity.relations.push({
      name: relation,
      kind: isUnique(table, [name]) ? 'oneToOne' : 'manyToOne',
      target: targetEntity,
      required: column.isRequired || isPart,
      onDelete: ON_DELETE.get(key.onDelete as 'c'),
      description: column.comment,
      source: name,
      line: key.line ?? column.line,
    });
  }
}

/** The two references of a table that is nothing but pairs. */
export function pairOf(
  table: Table,
  references: ForeignKey[],
  isReferredTo: boolean,
): [ForeignKey, ForeignKey] | undefined {
  if (references.length !== 2 || isReferredTo) return undefined;
  const [first, second] = references;
  const pair = [first.columns[0], second.columns[0]];
  const others = [...table.columns.keys()].filter(
    name => !pair.includes(name) && !/^(?:created|updated)_?at$/i.test(name),
  );
  return others.length === 0 && isUnique(table, pair)
    ? [first, second]
    : undefined;
}

/** Makes a relation of a table of pairs, on the side of its first column. */
export function addPairs(
  table: Table,
  [first, second]: [ForeignKey, ForeignKey],
  schema: Schema,
  entities: Entities,
): void {
  const [source, target] = [first, second].map(({ target: key }) =>
    schema.table(key),
  );
  const from = source && entities.get(source.key);
  const to = target && entities.get(target.key);
  if (from === undefined || to === undefined) return;
  const single = referenceName(second.columns[0], target?.name ?? '');
  const name = pluralWords(single).join('_');
  from.relations.push({
    name,
    kind: 'manyToMany',
    target: to,
    description: table.comment,
    source: name,
    line: table.line,
  });
  schema.note(
    `table ${table.name}`,
    `It holds pairs only, and becomes the relation ${name} of ${source?.name} to ${target?.name}.`,
    table.line,
  );
}
