import { ModelBuilder, type DraftEntity } from '../build';
import type { Importer } from '../importModel';
import { addKey } from './keys';
import { parseScript } from './parse';
import { readSchema } from './readSchema';
import { addPairs, addReferences, pairOf, referencesOf } from './relations';
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

function fill(schema: Schema, builder: ModelBuilder): void {
  const tables = [...schema.tables.values()];
  const references = new Map(
    tables.map(table => [table, referencesOf(table, schema)]),
  );
  const shared = sharedNames(tables);
  const pairs = findPairs(tables, references, schema);
  const entities = new Map<string, DraftEntity>();
  for (const table of tables) {
    if (pairs.has(table)) continue;
    const entity = builder.entity({
      name: entityNameOf(table, shared),
      isTable: true,
      description: table.comment,
      line: table.line,
    });
    entities.set(table.key, entity);
  }
  for (const table of tables) {
    const entity = entities.get(table.key);
    const pair = pairs.get(table);
    const own = references.get(table) ?? [];
    if (pair !== undefined) addPairs(table, pair, schema, entities);
    if (entity === undefined) continue;
    const key = addKey(entity, table, own, schema);
    const columns = own.map(({ columns: [column] }) => column);
    const taken = new Set(key === undefined ? columns : [...columns, key]);
    addFields(entity, table, taken, schema);
    addReferences(entity, table, own, schema, entities);
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
