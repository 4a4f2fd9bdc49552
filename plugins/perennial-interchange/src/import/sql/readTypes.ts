import type { AlterEnumStmt, CreateDomainStmt, Node } from '@pgsql/types';
import { allOf, asKind, namesOf, rangeNames } from './nodes';
import { bareColumn, type ReadContext } from './readTable';

function readDomain(
  statement: CreateDomainStmt,
  line: number,
  { schema }: ReadContext,
): void {
  const constraints = allOf(statement.constraints, 'Constraint');
  schema.addType(namesOf(statement.domainname), {
    kind: 'domain',
    base: schema.inFull(statement.typeName ?? {}),
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

/** The values of an enum after one was added or renamed. */
function alteredValues(
  values: string[],
  {
    oldVal: from,
    newVal: to,
    newValNeighbor,
    newValIsAfter,
  }: AlterEnumStmt = {},
): string[] {
  if (to === undefined || values.includes(to)) return values;
  if (from !== undefined)
    return values.map(value => (value === from ? to : value));
  const neighbour = values.indexOf(newValNeighbor ?? '');
  const position = newValIsAfter ? neighbour + 1 : neighbour;
  return neighbour < 0
    ? [...values, to]
    : [...values.slice(0, position), to, ...values.slice(position)];
}

/** Reads the statements that make types. */
export function readType(node: Node, line: number, context: ReadContext): void {
  const { schema } = context;
  const domain = asKind(node, 'CreateDomainStmt');
  if (domain !== undefined) readDomain(domain, line, context);
  const made = asKind(node, 'CreateEnumStmt');
  if (made !== undefined) {
    schema.addType(namesOf(made.typeName), {
      kind: 'enum',
      values: namesOf(made.vals),
    });
  }
  const altered = asKind(node, 'AlterEnumStmt');
  const type = altered && schema.type(namesOf(altered.typeName));
  if (type?.kind === 'enum') type.values = alteredValues(type.values, altered);
  const composite = asKind(node, 'CompositeTypeStmt');
  if (composite !== undefined) {
    schema.addType(rangeNames(composite.typevar), {
      kind: 'composite',
      columns: allOf(composite.coldeflist, 'ColumnDef').map(definition =>
        bareColumn(definition, context),
      ),
    });
  }
}
