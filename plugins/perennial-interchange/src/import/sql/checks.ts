import type { A_Expr, Node } from '@pgsql/types';
import { comparison, type Constraint, type FieldOf } from './comparisons';
import {
  allOf,
  asKind,
  columnOf,
  literalOf,
  namesOf,
  plainExpression,
} from './nodes';

/** A list of texts as the values of an enum. */
function choice(
  left: Node | undefined,
  items: Node[],
  fieldOf: FieldOf,
): Constraint | undefined {
  const column = columnOf(left);
  const type = column === undefined ? undefined : fieldOf(column)?.type;
  if (column === undefined || (type !== 'string' && type !== 'text'))
    return undefined;
  const values = items.map(item => literalOf(item)?.value);
  if (!values.every(value => typeof value === 'string')) return undefined;
  return {
    column,
    patch: { type: 'enum', values: [...new Set(values)], maxLength: undefined },
  };
}

function listOf(node: Node | undefined): Node[] {
  const plain = plainExpression(node);
  return (
    asKind(plain, 'A_ArrayExpr')?.elements ?? asKind(plain, 'List')?.items ?? []
  );
}

function ofExpression(
  expression: A_Expr,
  fieldOf: FieldOf,
): Constraint[] | undefined {
  const { lexpr, rexpr } = expression;
  const operator = namesOf(expression.name).pop() ?? '';
  const one = (constraint: Constraint | undefined) =>
    constraint && [constraint];
  switch (expression.kind) {
    case 'AEXPR_OP':
      return one(comparison(lexpr, operator, rexpr, fieldOf));
    case 'AEXPR_IN':
    case 'AEXPR_OP_ANY':
      return operator === '='
        ? one(choice(lexpr, listOf(rexpr), fieldOf))
        : undefined;
    case 'AEXPR_BETWEEN': {
      const [low, high] = listOf(rexpr);
      const bounds = [
        comparison(lexpr, '>=', low, fieldOf),
        comparison(lexpr, '<=', high, fieldOf),
      ];
      return bounds.every(bound => bound !== undefined) ? bounds : undefined;
    }
    default:
      return undefined;
  }
}

/** `a = 'x' OR a = 'y'`, and `a IS NULL OR …`, which a check says of itself. */
function ofChoice(arms: Node[], fieldOf: FieldOf): Constraint[] | undefined {
  const rest = arms.filter(
    arm => asKind(arm, 'NullTest')?.nulltesttype !== 'IS_NULL',
  );
  if (rest.length === 1) return constraintsOf(rest[0], fieldOf);
  const equations = allOf(rest, 'A_Expr').filter(
    ({ kind, name }) => kind === 'AEXPR_OP' && namesOf(name)[0] === '=',
  );
  const columns = new Set(equations.map(({ lexpr }) => columnOf(lexpr)));
  if (equations.length !== rest.length || columns.size !== 1) return undefined;
  const found = choice(
    equations[0].lexpr,
    equations.map(({ rexpr }) => rexpr).filter(node => node !== undefined),
    fieldOf,
  );
  return found && [found];
}

/**
 * What a condition says in the words of a model; undefined where it says
 * something that they do not.
 */
export function constraintsOf(
  node: Node | undefined,
  fieldOf: FieldOf,
): Constraint[] | undefined {
  const plain = plainExpression(node);
  const both = asKind(plain, 'BoolExpr');
  if (both?.boolop === 'OR_EXPR') return ofChoice(both.args ?? [], fieldOf);
  if (both?.boolop === 'AND_EXPR') {
    const parts = (both.args ?? []).map(arm => constraintsOf(arm, fieldOf));
    return parts.every(part => part !== undefined) ? parts.flat() : undefined;
  }
  const test = asKind(plain, 'NullTest');
  const column = columnOf(test?.arg);
  if (test?.nulltesttype === 'IS_NOT_NULL' && column !== undefined)
    return [{ column, patch: { required: true } }];
  const expression = asKind(plain, 'A_Expr');
  return expression && ofExpression(expression, fieldOf);
}

/** A condition as the conditions that all have to be met. */
export function conjunctsOf(node: Node): Node[] {
  const both = asKind(plainExpression(node), 'BoolExpr');
  return both?.boolop === 'AND_EXPR'
    ? (both.args ?? []).flatMap(conjunctsOf)
    : [node];
}
