import type { ItemsDocument } from '../model/types';
import { decimalSize } from '../resolve/field';
import { isDate, isDateTime, isTime } from '../wire/dates';
import { plainDecimal, scaledBounds, toScaled } from '../wire/decimal';
import { BIG_INTEGER_PRECISION } from '../wire/fieldSchema';
import { compareMoments } from '../wire/values';
import { appliesTo } from './applies';
import { show, type Pointer, type ProblemList } from './problems';

function checkOrder(
  field: ItemsDocument,
  least: 'minLength' | 'minItems',
  most: 'maxLength' | 'maxItems',
  at: Pointer,
  problems: ProblemList,
): void {
  const [low, high] = [field[least], field[most]];
  if (low === undefined || high === undefined || low <= high) return;
  problems.add(
    [...at, least],
    `${least} ${low} is more than ${most} ${high}.`,
    'Swap or change them.',
  );
}

/** What is wrong with a bound by itself, as the end of a sentence. */
function boundProblem(
  field: ItemsDocument,
  value: number | string,
): string | undefined {
  const text = String(value);
  switch (field.type) {
    case 'date':
      return isDate(text) ? undefined : 'is not a date such as "2026-01-31"';
    case 'time':
      return isTime(text) ? undefined : 'is not a time such as "09:30:00"';
    case 'dateTime':
      return isDateTime(text)
        ? undefined
        : 'is not a date and time such as "2026-01-31T09:30:00Z"';
    default:
      break;
  }
  if (plainDecimal(value) === undefined) return 'is not a number';
  if (field.type === 'number')
    return Math.abs(Number(value)) <= 1e308 ? undefined : 'is beyond 1e308';
  if (field.type === 'integer') {
    if (!Number.isInteger(Number(value))) return 'is not a whole number';
    return Number(value) >= -2_147_483_648 && Number(value) <= 2_147_483_647
      ? undefined
      : 'does not fit 32 bits; use the type bigInteger';
  }
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return 'has more digits than a number keeps; write it in quotes';
  const { precision, scale } = numberSize(field);
  const scaled = toScaled(value, scale);
  if (scaled === undefined)
    return scale === 0
      ? 'is not a whole number'
      : `has more than ${scale} digits after the point`;
  const most = 10n ** BigInt(precision);
  return scaled < most && -scaled < most
    ? undefined
    : `has more than ${precision} digits`;
}

function numberSize(field: ItemsDocument): {
  precision: number;
  scale: number;
} {
  return field.type === 'decimal'
    ? decimalSize(field)
    : { precision: BIG_INTEGER_PRECISION, scale: 0 };
}

function isEmptyRange(
  field: ItemsDocument,
  minimum: number | string,
  maximum: number | string,
): boolean {
  if (
    field.type === 'date' ||
    field.type === 'time' ||
    field.type === 'dateTime'
  ) {
    return compareMoments(field.type, String(minimum), String(maximum)) > 0;
  }
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    const { low, high } = scaledBounds({
      ...numberSize(field),
      minimum,
      maximum,
    });
    return low > high;
  }
  return Number(minimum) > Number(maximum);
}

function checkRange(
  field: ItemsDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  if (!appliesTo('minimum', field.type)) return;
  let isSound = true;
  for (const name of ['minimum', 'maximum'] as const) {
    const value = field[name];
    const problem =
      value === undefined ? undefined : boundProblem(field, value);
    if (problem === undefined) continue;
    isSound = false;
    problems.add(
      [...at, name],
      `${name} ${show(value)} ${problem}.`,
      'Change or remove it.',
    );
  }
  const { minimum, maximum } = field;
  if (
    isSound &&
    minimum !== undefined &&
    maximum !== undefined &&
    isEmptyRange(field, minimum, maximum)
  ) {
    problems.add(
      [...at, 'minimum'],
      `minimum ${show(minimum)} is more than maximum ${show(maximum)}.`,
      'Swap or change them.',
    );
  }
}

/** Checks that the bounds of a field leave something between them. */
export function checkBounds(
  field: ItemsDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  checkOrder(field, 'minLength', 'maxLength', at, problems);
  checkOrder(field, 'minItems', 'maxItems', at, problems);
  if (field.maxLength === 0) {
    problems.add(
      [...at, 'maxLength'],
      'maxLength 0 leaves room for nothing.',
      'Set it to 1 or more, or remove it.',
    );
  }
  if (field.type === 'decimal') {
    const { precision, scale } = decimalSize(field);
    if (scale > precision) {
      problems.add(
        [...at, 'scale'],
        `scale ${scale} is more than precision ${precision}, the number of digits in all.`,
        `Set precision to ${scale} or more, or lower scale.`,
      );
      return;
    }
  }
  checkRange(field, at, problems);
}
