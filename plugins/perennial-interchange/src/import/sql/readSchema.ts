import type {
  CommentStmt,
  CreateDomainStmt,
  DropStmt,
  IndexStmt,
  Node,
} from '@pgsql/types';
import { allOf, asKind, namesOf, qualified, tableKey } from './nodes';
import type { ParsedScript } from './parse';
import { readAlterTable, readRename } from './readAlter';
import { bareColumn, readCreateTable, type ReadContext } from './readTable';
import { Schema } from './Schema';

function readDomain(
  statement: CreateDomainStmt,
  line: number,
  { schema }: ReadContext,
): void {
  const constraints = allOf(statement.constraints, 'Constraint');
  schema.types.set(qualified(namesOf(statement.domainname)), {
    kind: 'domain',
    base: statement.typeName ?? {},
    checks: constraints.flatMap(({ contype, raw_expr: expression, conname }) =>
      contype === 'CONSTR_CHECK' && expression !== undefined
        ? [{ name: conname, expression, line }]
        : [],
    ),
    isRequired: constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
    default: constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')
      ?.raw_expr,
  });
}

function readIndex(
  statement: IndexStmt,
  line: number,
  { schema }: ReadContext,
): void {
  const table = schema.table(tableKey(statement.relation));
  const elements = allOf(statement.indexParams, 'IndexElem');
  const columns = elements.map(({ name }) => name);
  const isPlain = columns.every(name => name !== undefined);
  table?.indexes.push({
    name: statement.idxname,
    columns: isPlain ? columns : [],
    isUnique: statement.unique ?? false,
    isPartial: statement.whereClause !== undefined,
    line,
  });
}

function readComment(
  { objtype, object, comment }: CommentStmt,
  { schema }: ReadContext,
): void {
  const names = namesOf(asKind(object, 'List')?.items);
  if (objtype === 'OBJECT_TABLE') {
    const table = schema.table(qualified(names));
    if (table !== undefined) table.comment = comment;
  } else if (objtype === 'OBJECT_COLUMN') {
    const table = schema.table(qualified(names.slice(0, -1)));
    const column = table?.columns.get(names[names.length - 1]);
    if (column !== undefined) column.comment = comment;
  }
}

function readDrop(statement: DropStmt, { schema }: ReadContext): void {
  for (const { items } of allOf(statement.objects, 'List')) {
    if (statement.removeType === 'OBJECT_TABLE')
      schema.tables.delete(qualified(namesOf(items)));
  }
}

/** Reads the statements that make types. */
function readType(node: Node, context: ReadContext): void {
  const { types } = context.schema;
  const made = asKind(node, 'CreateEnumStmt');
  if (made !== undefined) {
    types.set(qualified(namesOf(made.typeName)), {
      kind: 'enum',
      values: namesOf(made.vals),
    });
  }
  const altered = asKind(node, 'AlterEnumStmt');
  const type = types.get(qualified(namesOf(altered?.typeName)));
  if (type?.kind === 'enum' && altered?.newVal !== undefined) {
    type.values = [
      ...type.values.filter(
        value => value !== altered.oldVal && value !== altered.newVal,
      ),
      altered.newVal,
    ];
  }
  const composite = asKind(node, 'CompositeTypeStmt');
  if (composite !== undefined) {
    types.set(tableKey(composite.typevar), {
      kind: 'composite',
      columns: allOf(composite.coldeflist, 'ColumnDef').map(definition =>
        bareColumn(definition, context),
      ),
    });
  }
}

function readStatement(node: Node, line: number, context: ReadContext): void {
  const create = asKind(node, 'CreateStmt');
  const foreign = asKind(node, 'CreateForeignTableStmt');
  const alter = asKind(node, 'AlterTableStmt');
  const rename = asKind(node, 'RenameStmt');
  const domain = asKind(node, 'CreateDomainStmt');
  const index = asKind(node, 'IndexStmt');
  const comment = asKind(node, 'CommentStmt');
  const drop = asKind(node, 'DropStmt');
  const copy = asKind(node, 'CreateTableAsStmt');
  if (create !== undefined) readCreateTable(create, line, context);
  else if (alter !== undefined) readAlterTable(alter, line, context);
  else if (rename !== undefined) readRename(rename, line, context);
  else if (domain !== undefined) readDomain(domain, line, context);
  else if (index !== undefined) readIndex(index, line, context);
  else if (comment !== undefined) readComment(comment, context);
  else if (drop !== undefined) readDrop(drop, context);
  else readType(node, context);
  const unread = foreign?.base?.relation ?? copy?.into?.rel;
  if (unread !== undefined) {
    context.schema.note(
      `table ${unread.relname}`,
      foreign === undefined
        ? 'It is made from a query, which does not say what it holds: it is left out.'
        : 'Its rows are in another database: it is left out.',
      line,
    );
  }
}

/** The database that a script makes, step by step. */
export function readSchema(script: ParsedScript): Schema {
  const schema = new Schema();
  const context = { schema, lineAt: script.lineAt };
  for (const { node, line } of script.statements)
    readStatement(node, line, context);
  return schema;
}
