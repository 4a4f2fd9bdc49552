import type { DraftEntity, DraftField } from '../build';
import type { Index, Table } from './Schema';

/** Kinds of indexes that find whole values, and ranges of them. */
const OF_VALUES = /^(?:btree|hash|brin)$/;

/** Why a model cannot say what an index says; undefined where it can. */
function reasonAgainst(index: Index): string | undefined {
  const { columns, isUnique, isPartial, method = 'btree' } = index;
  if (!OF_VALUES.test(method))
    return `${method} is for searches in values, where a model has fields that are searchable`;
  if (columns.length === 0)
    return 'it is over an expression, and a model has indexes of fields';
  if (isPartial)
    return 'it holds some of the rows only, and a model has indexes of all rows';
  if (columns.length === 1) return undefined;
  return isUnique
    ? 'a model keeps fields unique each for itself'
    : 'a model indexes one field at a time';
}

function titleOf({ name, columns, isUnique }: Index): string {
  const over = columns.length > 0 ? ` over ${columns.join(', ')}` : '';
  return [isUnique ? 'The unique index' : 'The index', name]
    .filter(word => word !== undefined)
    .join(' ')
    .concat(over);
}

/** Puts what indexes say into the fields that they are over, and notes what is left. */
export function applyIndexes(
  entity: DraftEntity,
  { indexes }: Table,
  fields: ReadonlyMap<string, DraftField>,
): void {
  for (const index of indexes) {
    const reason = reasonAgainst(index);
    const field = fields.get(index.columns[0]);
    if (reason !== undefined)
      entity.note(
        `${titleOf(index)} is left out: ${reason}.`,
        undefined,
        index.line,
      );
    else if (field !== undefined && index.isUnique) {
      field.unique = true;
      delete field.index;
    } else if (field !== undefined && !field.unique) field.index = true;
  }
}
