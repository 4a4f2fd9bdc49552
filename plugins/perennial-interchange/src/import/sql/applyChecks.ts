import type { DraftEntity, DraftField } from '../build';
import { conjunctsOf, constraintsOf } from './checks';
import type { Constraint } from './comparisons';
import type { Check } from './Schema';

/** Of two bounds the tighter one counts. */
function tighter(
  field: DraftField,
  patch: Partial<DraftField>,
): Partial<DraftField> {
  const { minimum, maximum } = patch;
  const keeps = (
    mine: unknown,
    other: unknown,
    wins: (a: number, b: number) => boolean,
  ) =>
    typeof mine === 'number' && typeof other === 'number' && wins(mine, other);
  return {
    ...patch,
    ...(keeps(field.minimum, minimum, (a, b) => a > b) && {
      minimum: field.minimum,
    }),
    ...(keeps(field.maximum, maximum, (a, b) => a < b) && {
      maximum: field.maximum,
    }),
  };
}

function apply(field: DraftField, { patch }: Constraint): void {
  Object.assign(field, tighter(field, patch));
  for (const name of Object.keys(patch) as (keyof DraftField)[])
    if (field[name] === undefined) delete field[name];
}

/** Puts what conditions say into the fields that they speak of, and notes what is left. */
export function applyChecks(
  entity: DraftEntity,
  fields: ReadonlyMap<string, DraftField>,
  checks: Check[],
): void {
  for (const { name, expression, line } of checks) {
    for (const condition of conjunctsOf(expression)) {
      const constraints = constraintsOf(condition, column =>
        fields.get(column),
      );
      const isSaid =
        constraints?.every(({ column }) => fields.has(column)) ?? false;
      if (constraints === undefined || !isSaid) {
        const which = name === undefined ? 'A check' : `The check ${name}`;
        entity.note(
          `${which} says what a model cannot, and is left out.`,
          undefined,
          line,
        );
        continue;
      }
      for (const constraint of constraints) {
        const field = fields.get(constraint.column);
        if (field !== undefined) apply(field, constraint);
        if (constraint.note !== undefined)
          entity.note(constraint.note, constraint.column, line);
      }
    }
  }
}
