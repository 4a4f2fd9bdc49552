import { ModelBuilder } from '../build';
import type { Importer } from '../importModel';
import { addKey } from './keys';
import { parseScript } from './parse';
import { readSchema } from './readSchema';
import {
  addPairs,
  addReferences,
  pairOf,
  referencesOf,
  type Entities,
  type TableEntity,
} from './relations';
import { readScript } from './script';
import type { ForeignKey, Schema, Table } from './Schema';
import { addFields } from './toFields';

/** A table that is two references and nothing else. */
type Pairs = Map<Table, [ForeignKey, ForeignKey]>;

function findPairs(
  tables: Table[],
  references: ReadonlyMap<Table, ForeignKey[]>,
  schema: Schema,
): Pairs {
  const referredTo = new Set(
    [...references.values()].flat().map(({ target }) => schema.table(target)),
  );
  const pairs: Pairs = new Map();
  for (const table of tables) {
    const pair = pairOf(
      table,
      references.get(table) ?? [],
      referredTo.has(table),
    );
    if (pair !== undefined) pairs.set(table, pair);
  }
  return pairs;
}

/** Names that tables of several schemas have. */
function sharedNames(tables: Table[]): Set<string> {
  const seen = new Set<string>();
  return new Set(
    tables
      .map(({ name }) => name)
      .filter(name => {
        const isSeen = seen.has(name);
        seen.add(name);
        return isSeen;
      }),
  );
}

/** Tables of one name in two schemas keep theirs apart. */
function entityNameOf(table: Table, shared: Set<string>): string {
  return table.schema !== undefined && shared.has(table.name)
    ? `${table.schema}_${table.name}`
    : table.name;
}

function addMembers(
  table: Table,
  references: ForeignKey[],
  schema: Schema,
  entities: Entities,
): void {
  const { entity, id } = entities.get(table.key) ?? {};
  if (entity === undefined) return;
  const columns = references.map(({ columns: [column] }) => column);
  const taken = new Set(id === undefined ? columns : [...columns, id]);
  addFields(entity, table, taken, schema);
  addReferences(entity, table, references, schema, entities);
}

function fill(schema: Schema, builder: ModelBuilder): void {
  const tables = [...schema.tables.values()];
  const references = new Map(
    tables.map(table => [table, referencesOf(table, schema)]),
  );
  const shared = sharedNames(tables);
  const pairs = findPairs(tables, references, schema);
  const entities = new Map<string, TableEntity>();
  for (const table of tables) {
    if (pairs.has(table)) continue;
    const entity = builder.entity({
      name: entityNameOf(table, shared),
      isTable: true,
      description: table.comment,
      line: table.line,
    });
    const id = addKey(entity, table, references.get(table) ?? [], schema);
    entities.set(table.key, { table, entity, id });
  }
  for (const table of tables) {
    const pair = pairs.get(table);
    if (pair !== undefined) addPairs(table, pair, schema, entities);
    const own = references.get(table) ?? [];
    addMembers(table, own, schema, entities);
  }
}

/** Reads definitions in PostgreSQL's SQL. */
export const importSql: Importer = async ({ text, database }) => {
  const script = readScript(text);
  const builder = new ModelBuilder({
    words: { entity: 'table', field: 'column' },
    database,
  });
  const parsed = await parseScript(script.text);
  const schema = readSchema(parsed);
  fill(schema, builder);
  for (const { message, ...place } of [...schema.notes, ...script.noted])
    builder.note(place, message);
  return builder.build();
};
