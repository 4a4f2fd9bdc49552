import type { Database, FieldDocument } from '../model/types';
import { fieldShape, resolveField } from '../resolve/field';
import type { JsonValue } from '../wire/types';
import { valueProblem } from '../wire/values';
import { show, type Pointer, type ProblemList } from './problems';

/** Checks values that the author gives, and that values can be found at all. */
export function checkOwnValues(
  field: FieldDocument,
  at: Pointer,
  problems: ProblemList,
  database?: Database,
): void {
  const isTight =
    field.pattern !== undefined ||
    field.maxLength !== undefined ||
    field.minLength !== undefined ||
    field.unique;
  if (!isTight && field.default === undefined && field.examples === undefined)
    return;
  const before = problems.problems.length;
  const shape = fieldShape(field, database);
  const check = (value: JsonValue, place: Pointer, what: string) => {
    const problem = valueProblem(shape, value);
    if (problem !== undefined) {
      problems.add(
        place,
        `The ${what} ${show(value)} ${problem}.`,
        `Change the ${what} or the constraint.`,
      );
    }
  };
  if (field.default !== undefined && field.default !== null)
    check(field.default as JsonValue, [...at, 'default'], 'default');
  field.examples?.forEach((value, index) =>
    check(value as JsonValue, [...at, 'examples', index], 'example'),
  );
  if (field.unique && field.default !== undefined && field.default !== null) {
    problems.add(
      [...at, 'default'],
      `"${field.name}" is unique, so only one row could have its default.`,
      'Remove default or unique.',
    );
  }
  if (field.default === null && field.required) {
    problems.add(
      [...at, 'default'],
      `"${field.name}" is required, so its default cannot be null.`,
      'Remove default or required.',
    );
  }
  // A value that is none of the type has no form on the wire.
  if (!isTight || problems.problems.length > before) return;
  const wanted = field.unique ? 2 : 1;
  const { length } = resolveField(field, database, 'field').examples;
  if (length >= wanted) return;
  problems.add(
    at,
    wanted === 2 && length === 1
      ? `Only one value could be found for the unique field "${field.name}".`
      : `No value could be found that satisfies every constraint of "${field.name}".`,
    `Loosen the constraints, or add ${
      wanted === 2 ? 'two examples' : 'examples'
    }.`,
  );
}
