import type { A_Const, Node, RangeVar } from '@pgsql/types';

/** A kind of node of PostgreSQL's syntax tree. */
export type NodeKind = Node extends infer Each
  ? Each extends Each
    ? keyof Each
    : never
  : never;

/** What a node of a kind holds. */
export type NodeOf<Kind extends NodeKind> = Extract<
  Node,
  Record<Kind, unknown>
>[Kind];

/** What a node holds if it is of a kind. */
export function asKind<Kind extends NodeKind>(
  node: Node | undefined,
  kind: Kind,
): NodeOf<Kind> | undefined {
  if (node === undefined || !Object.hasOwn(node, kind)) return undefined;
  return (node as Partial<Record<NodeKind, unknown>>)[kind] as NodeOf<Kind>;
}

/** The nodes of a kind in a list. */
export function allOf<Kind extends NodeKind>(
  nodes: Node[] | undefined,
  kind: Kind,
): NodeOf<Kind>[] {
  return (nodes ?? [])
    .map(node => asKind(node, kind))
    .filter(value => value !== undefined);
}

/** The names in a list: of columns, or the parts of a qualified one. */
export function namesOf(nodes: Node[] | undefined): string[] {
  return allOf(nodes, 'String').map(({ sval }) => sval ?? '');
}

/** The parts of a table's name. */
export function rangeNames(range: RangeVar | undefined): string[] {
  return [range?.schemaname, range?.relname].filter(name => name !== undefined);
}

/** A qualified name as a key: `sales.orders`; `public` goes without saying. */
export function qualified(parts: string[]): string {
  return parts.filter(part => part !== 'public').join('.');
}

/** An expression without casts and collations around it. */
export function plainExpression(node: Node | undefined): Node | undefined {
  const cast = asKind(node, 'TypeCast');
  if (cast !== undefined) return plainExpression(cast.arg);
  const collated = asKind(node, 'CollateClause');
  return collated === undefined ? node : plainExpression(collated.arg);
}

/** A literal: text, number as text, boolean or null; undefined for what is computed. */
export function literalOf(
  node: Node | undefined,
): { value: string | boolean | null; isNumber: boolean } | undefined {
  const constant = asKind(plainExpression(node), 'A_Const');
  if (constant === undefined) return negativeOf(node);
  return literalOfConstant(constant);
}

function literalOfConstant(constant: A_Const) {
  if (constant.isnull) return { value: null, isNumber: false };
  if (constant.sval)
    return { value: constant.sval.sval ?? '', isNumber: false };
  if (constant.boolval)
    return { value: constant.boolval.boolval ?? false, isNumber: false };
  if (constant.fval)
    return { value: constant.fval.fval ?? '0', isNumber: true };
  // A zero is left out of the tree.
  if (constant.ival)
    return { value: String(constant.ival.ival ?? 0), isNumber: true };
  return undefined;
}

/** `- 1`, where the parser has not made it one number. */
function negativeOf(node: Node | undefined) {
  const expression = asKind(plainExpression(node), 'A_Expr');
  if (expression === undefined || expression.lexpr !== undefined)
    return undefined;
  const inner = literalOf(expression.rexpr);
  return inner?.isNumber && namesOf(expression.name)[0] === '-'
    ? { value: `-${inner.value}`, isNumber: true }
    : undefined;
}

/** The column that an expression is, through casts. */
export function columnOf(node: Node | undefined): string | undefined {
  const names = namesOf(asKind(plainExpression(node), 'ColumnRef')?.fields);
  return names[names.length - 1];
}
