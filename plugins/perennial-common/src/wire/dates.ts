import { anyOf, fixedDigits, fractionTail } from './digits';

/** A local time with up to six digits of a second. */
export const TIME_PATTERN =
  '^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?$';

/** Lower-case UUIDs, so that what comes back is what was sent. */
export const UUID_PATTERN =
  '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Ids of MongoDB. */
export const OBJECT_ID_PATTERN = '^[0-9a-f]{24}$';

const DATE_TEXT = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/** Whether a text is a day of the calendar from year 1 on. */
export function isDate(text: string): boolean {
  const match = DATE_TEXT.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return (
    year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** Whether a text is a local time. */
export function isTime(text: string): boolean {
  return new RegExp(TIME_PATTERN).test(text);
}

/** Whether a text is an RFC 3339 date and time with an offset. */
export function isDateTime(text: string): boolean {
  const match =
    /^([0-9-]{10})[Tt]([0-9:]{8}(?:\.[0-9]{1,9})?)(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/.exec(
      text,
    );
  return match !== null && isDate(match[1]) && isTime(match[2].slice(0, 15));
}

/** Puts a separator back between groups of digits of a pattern's text. */
function dateBounds(low: string, high: string): string[] {
  const [lowYear, highYear] = [low.slice(0, 4), high.slice(0, 4)];
  const rest = (from: string, to: string) => monthDays(from, to);
  if (lowYear === highYear)
    return [`${lowYear}-${rest(low.slice(5), high.slice(5))}`];
  const alternatives: string[] = [];
  let [first, last] = [Number(lowYear), Number(highYear)];
  const year = (value: number) => String(value).padStart(4, '0');
  if (low.slice(5) !== '01-01') {
    alternatives.push(`${lowYear}-${rest(low.slice(5), '12-31')}`);
    first += 1;
  }
  const tail: string[] = [];
  if (high.slice(5) !== '12-31') {
    tail.push(`${highYear}-${rest('01-01', high.slice(5))}`);
    last -= 1;
  }
  if (first <= last)
    alternatives.push(
      `${group(fixedDigits(year(first), year(last)))}-[0-9]{2}-[0-9]{2}`,
    );
  return [...alternatives, ...tail];
}

function group(pattern: string): string {
  return pattern.includes('|') && !pattern.startsWith('(?:')
    ? `(?:${pattern})`
    : pattern;
}

function monthDays(low: string, high: string): string {
  if (low === '01-01' && high === '12-31') return '[0-9]{2}-[0-9]{2}';
  const [lowMonth, lowDay] = low.split('-');
  const [highMonth, highDay] = high.split('-');
  if (lowMonth === highMonth)
    return `${lowMonth}-${fixedDigits(lowDay, highDay)}`;
  const alternatives = [`${lowMonth}-${fixedDigits(lowDay, '31')}`];
  const [first, last] = [Number(lowMonth) + 1, Number(highMonth) - 1];
  const month = (value: number) => String(value).padStart(2, '0');
  if (first <= last)
    alternatives.push(`${fixedDigits(month(first), month(last))}-[0-9]{2}`);
  alternatives.push(`${highMonth}-${fixedDigits('01', highDay)}`);
  return `(?:${alternatives.join('|')})`;
}

/**
 * The pattern of the dates between two. Which of them the calendar has, the
 * format says.
 */
export function datePattern(
  minimum = '0001-01-01',
  maximum = '9999-12-31',
): string {
  return `^(?:${dateBounds(minimum, maximum).join('|')})$`;
}

/** What a clock shows, from the hour down: the most of each part, and any value of it. */
const CLOCK = [
  { most: '23', any: '(?:[01][0-9]|2[0-3])' },
  { most: '59', any: '[0-5][0-9]' },
  { most: '59', any: '[0-5][0-9]' },
];
const ANY_FRACTION = '(?:\\.[0-9]{1,6})?';
const ZEROS = '000000';
const NINES = '999999';

function joined(level: number, part: string, rest: string): string {
  return level < CLOCK.length - 1 ? `${part}:${rest}` : part + rest;
}

function anyClock(level: number): string {
  return CLOCK.slice(level).reduceRight(
    (rest, { any }, index) => joined(level + index, any, rest),
    ANY_FRACTION,
  );
}

function fractionsBetween(low: string, high: string): string {
  if (low === ZEROS && high === NINES) return ANY_FRACTION;
  if (high === ZEROS) return '(?:\\.0{1,6})?';
  const fraction = `\\.${fractionTail(low, high)}`;
  return low === ZEROS ? `(?:${fraction})?` : fraction;
}

/** Parts of two times from one part of a clock on, the fraction last. */
function clockBetween(low: string[], high: string[], level: number): string {
  if (level === CLOCK.length) return fractionsBetween(low[level], high[level]);
  const inside = (from: string[], to: string[]) =>
    clockBetween(from, to, level + 1);
  const first = CLOCK.map(() => '00').concat(ZEROS);
  const last = CLOCK.map(({ most }) => most).concat(NINES);
  if (low[level] === high[level])
    return joined(level, low[level], inside(low, high));
  const isFirst = low.slice(level + 1).join() === first.slice(level + 1).join();
  const isLast = high.slice(level + 1).join() === last.slice(level + 1).join();
  const from = Number(low[level]) + (isFirst ? 0 : 1);
  const to = Number(high[level]) - (isLast ? 0 : 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return anyOf([
    ...(isFirst ? [] : [joined(level, low[level], inside(low, last))]),
    ...(from <= to
      ? [joined(level, fixedDigits(two(from), two(to)), anyClock(level + 1))]
      : []),
    ...(isLast ? [] : [joined(level, high[level], inside(first, high))]),
  ]);
}

/** The pattern of the times between two, whatever the digits of their seconds. */
export function timePattern(
  minimum = '00:00:00',
  maximum = '23:59:59.999999',
): string {
  const parts = (text: string) => {
    const [clock, fraction = ''] = text.split('.');
    return [...clock.split(':'), fraction.padEnd(6, '0')];
  };
  return `^${clockBetween(parts(minimum), parts(maximum), 0)}$`;
}
