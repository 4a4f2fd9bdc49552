import type {
  CommentStmt,
  CreateSchemaStmt,
  IndexStmt,
  Node,
  RangeVar,
  VariableSetStmt,
} from '@pgsql/types';
import { readDrop } from './drops';
import { allOf, asKind, literalOf, namesOf, rangeNames } from './nodes';
import type { ParsedScript } from './parse';
import { readAlterTable } from './readAlter';
import { readMove, readRename } from './readRename';
import { readCreateTable, type ReadContext } from './readTable';
import { readType } from './readTypes';
import { Schema } from './Schema';
import { LEFT_TO_SERVICE } from './script';

function readIndex(
  statement: IndexStmt,
  line: number,
  { schema }: ReadContext,
): void {
  const table = schema.find(rangeNames(statement.relation));
  const elements = allOf(statement.indexParams, 'IndexElem');
  const columns = elements.map(({ name }) => name);
  const isPlain = columns.every(name => name !== undefined);
  table?.indexes.push({
    name: statement.idxname,
    columns: isPlain ? columns : [],
    isUnique: statement.unique ?? false,
    isPartial: statement.whereClause !== undefined,
    method: statement.accessMethod,
    line,
  });
}

function readComment(
  { objtype, object, comment }: CommentStmt,
  { schema }: ReadContext,
): void {
  const names = namesOf(asKind(object, 'List')?.items);
  if (objtype === 'OBJECT_TABLE') {
    const table = schema.find(names);
    if (table !== undefined) table.comment = comment;
  } else if (objtype === 'OBJECT_COLUMN') {
    const table = schema.find(names.slice(0, -1));
    const column = table?.columns.get(names[names.length - 1]);
    if (column !== undefined) column.comment = comment;
  }
}

/** Schemas of a search path where a script makes nothing. */
const NO_SCHEMA = ['', '$user', 'pg_catalog'];

/** SET search_path, and SET SCHEMA, which is another word for it. */
function readSetting({ name, args }: VariableSetStmt, schema: Schema): void {
  if (name !== 'search_path') return;
  schema.current = (args ?? [])
    .map(argument => String(literalOf(argument)?.value))
    .find(each => !NO_SCHEMA.includes(each));
}

/** CREATE SCHEMA may hold the statements that fill the schema. */
function readSchemaElements(
  { schemaname, authrole, schemaElts = [] }: CreateSchemaStmt,
  line: number,
  context: ReadContext,
): void {
  const { current } = context.schema;
  context.schema.current = schemaname ?? authrole?.rolename;
  for (const element of schemaElts) {
    const relation =
      asKind(element, 'CreateStmt')?.relation ??
      asKind(element, 'ViewStmt')?.view;
    readStatement(element, context.lineAt(relation?.location) ?? line, context);
  }
  context.schema.current = current;
}

/** What has rows, and yet is no table of this database. */
function noteUnread(node: Node, line: number, { schema }: ReadContext): void {
  const note = (kind: string, { relname }: RangeVar = {}, message: string) =>
    schema.note(`${kind} ${relname}`, message, line);
  const foreign = asKind(node, 'CreateForeignTableStmt');
  const copy = asKind(node, 'CreateTableAsStmt');
  const view = asKind(node, 'ViewStmt');
  if (foreign !== undefined)
    note(
      'table',
      foreign.base?.relation,
      'Its rows are in another database: it is left out.',
    );
  else if (copy !== undefined)
    note(
      'table',
      copy.into?.rel,
      'It is made from a query, which does not say what it holds: it is left out.',
    );
  else if (view !== undefined) note('view', view.view, LEFT_TO_SERVICE);
}

function readStatement(node: Node, line: number, context: ReadContext): void {
  const { schema } = context;
  const create = asKind(node, 'CreateStmt');
  const elements = asKind(node, 'CreateSchemaStmt');
  const setting = asKind(node, 'VariableSetStmt');
  const alter = asKind(node, 'AlterTableStmt');
  const rename = asKind(node, 'RenameStmt');
  const moved = asKind(node, 'AlterObjectSchemaStmt');
  const index = asKind(node, 'IndexStmt');
  const comment = asKind(node, 'CommentStmt');
  const drop = asKind(node, 'DropStmt');
  if (create !== undefined) readCreateTable(create, line, context);
  else if (elements !== undefined) readSchemaElements(elements, line, context);
  else if (setting !== undefined) readSetting(setting, schema);
  else if (alter !== undefined) readAlterTable(alter, line, context);
  else if (rename !== undefined) readRename(rename, schema);
  else if (moved !== undefined) readMove(moved, schema);
  else if (index !== undefined) readIndex(index, line, context);
  else if (comment !== undefined) readComment(comment, context);
  else if (drop !== undefined) readDrop(drop, schema);
  else readType(node, line, context);
  noteUnread(node, line, context);
}

/** The database that a script makes, step by step. */
export function readSchema(script: ParsedScript): Schema {
  const schema = new Schema();
  const context = { schema, lineAt: script.lineAt };
  for (const { node, line } of script.statements)
    readStatement(node, line, context);
  // From here on, names are those of the whole database.
  schema.current = undefined;
  return schema;
}
