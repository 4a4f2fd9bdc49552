import {
  nameForms,
  normaliseName,
  pluralWords,
  relationWireName,
  singularName,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity } from '../build';
import { isUnique } from './keys';
import type { ForeignKey, Schema, Table } from './Schema';

/** An entity, and the column of its table that became the id, if there is one. */
export interface TableEntity {
  table: Table;
  entity: DraftEntity;
  id?: string;
}

/** Every table that became an entity, by its key. */
export type Entities = ReadonlyMap<string, TableEntity>;

function targetOf(
  { target }: ForeignKey,
  schema: Schema,
  entities: Entities,
): TableEntity | undefined {
  const table = schema.table(target);
  return table && entities.get(table.key);
}

/** `customer_id` refers to a customer, and so does `customerid`. */
export function referenceName(column: string, target: string): string {
  const single = nameForms(singularName(target)).snake;
  if (normaliseName(column) === normaliseName(`${single}id`)) return single;
  const bare = column.replace(
    /(?:_(?:id|uuid|fk|key|code)|(?<=[a-z0-9])(?:Id|ID|Uuid))$/,
    '',
  );
  return /^(?:id|uuid)?$/i.test(bare) ? single : bare;
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
  { table: target, id }: TableEntity,
): void {
  const [column] = key.columns;
  const [targetColumn] = key.targetColumns.length
    ? key.targetColumns
    : target.primaryKey ?? [];
  const wireName = relationWireName({ name, kind: 'manyToOne' });
  if (id === undefined || targetColumn !== id) {
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
    const target = targetOf(key, schema, entities);
    if (column === undefined || target === undefined) continue;
    const relation = referenceName(name, target.table.name);
    const isPart = table.primaryKey?.includes(name) ?? false;
    noteReference(entity, relation, key, target);
    entity.relations.push({
      name: relation,
      kind: isUnique(table, [name]) ? 'oneToOne' : 'manyToOne',
      target: target.entity,
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
  const columns = [...table.columns.keys()];
  // A dump has keys in the order of their names.
  const [first, second] = [...references].sort(
    (left, right) =>
      columns.indexOf(left.columns[0]) - columns.indexOf(right.columns[0]),
  );
  const pair = [first.columns[0], second.columns[0]];
  const others = columns.filter(name => !pair.includes(name));
  const isBare =
    others.every(name => /^(?:created|updated)_?at$/i.test(name)) ||
    // Django gives such tables an id, which nothing refers to.
    others.join() === table.primaryKey?.join();
  return isBare && isUnique(table, pair) ? [first, second] : undefined;
}

/** Makes a relation of a table of pairs, on the side of its first column. */
export function addPairs(
  table: Table,
  [first, second]: [ForeignKey, ForeignKey],
  schema: Schema,
  entities: Entities,
): void {
  const from = targetOf(first, schema, entities);
  const to = targetOf(second, schema, entities);
  if (from === undefined || to === undefined) return;
  const single = referenceName(second.columns[0], to.table.name);
  const name = pluralWords(single).join('_');
  from.entity.relations.push({
    name,
    kind: 'manyToMany',
    target: to.entity,
    description: table.comment,
    source: name,
    line: table.line,
  });
  schema.note(
    `table ${table.name}`,
    `It holds pairs only, and becomes the relation ${name} of ${from.table.name} to ${to.table.name}.`,
    table.line,
  );
}
