/** Regular expressions for ranges of digits: the parts that number patterns are made of. */

function digitClass(from: number, to: number): string {
  if (from === to) return String(from);
  return `[${from}-${to}]`;
}

function times(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '[0-9]' : `[0-9]{${count}}`;
}

/** Alternatives in a group that only takes parentheses where it must. */
export function anyOf(alternatives: string[]): string {
  return alternatives.length === 1
    ? alternatives[0]
    : `(?:${alternatives.join('|')})`;
}

const isAll = (digit: string, digits: string) =>
  digits.split('').every(other => other === digit);

/** Texts of exactly as many digits as `low` and `high` have, from one to the other. */
export function fixedDigits(low: string, high: string): string {
  if (low === high) return low;
  if (isAll('0', low) && isAll('9', high)) return times(low.length);
  const [first, last] = [Number(low[0]), Number(high[0])];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  if (first === last) return low[0] + fixedDigits(lowRest, highRest);
  const [zeros, nines] = [
    '0'.repeat(lowRest.length),
    '9'.repeat(lowRest.length),
  ];
  const alternatives: string[] = [];
  let [from, to] = [first, last];
  if (lowRest !== zeros) {
    alternatives.push(low[0] + fixedDigits(lowRest, nines));
    from += 1;
  }
  const tail: string[] = [];
  if (highRest !== nines) {
    tail.push(high[0] + fixedDigits(zeros, highRest));
    to -= 1;
  }
  if (from <= to)
    alternatives.push(digitClass(from, to) + times(lowRest.length));
  return anyOf([...alternatives, ...tail]);
}

/** Whole numbers without leading zeros, from one to another that is not negative. */
export function wholeNumbers(low: bigint, high: bigint): string[] {
  const [lowText, highText] = [low.toString(), high.toString()];
  const alternatives: string[] = [];
  let full: [number, number] | undefined;
  const flush = () => {
    if (full === undefined) return;
    const [least, most] = [full[0] - 1, full[1] - 1];
    alternatives.push(
      least === most ? `[1-9]${times(least)}` : `[1-9][0-9]{${least},${most}}`,
    );
    full = undefined;
  };
  for (let length = lowText.length; length <= highText.length; length++) {
    const smallest = length === 1 ? '0' : `1${'0'.repeat(length - 1)}`;
    const largest = '9'.repeat(length);
    const from = length === lowText.length ? lowText : smallest;
    const to = length === highText.length ? highText : largest;
    if (length > 1 && from === smallest && to === largest) {
      full = [full?.[0] ?? length, length];
    } else {
      flush();
      alternatives.push(fixedDigits(from, to));
    }
  }
  flush();
  return alternatives;
}

/**
 * One to all digits of a fraction which, filled up with zeros, lies between
 * two; the empty text too where the lower one is zero.
 */
export function fractionDigits(low: string, high: string): string {
  if (low === '') return '';
  const optional = isAll('0', low) ? '?' : '';
  if (optional !== '' && isAll('9', high)) return `[0-9]{0,${low.length}}`;
  return fractionTail(low, high) + optional;
}

/** As `fractionDigits`, and at least one digit; a group of its own. */
export function fractionTail(low: string, high: string): string {
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  const [zeros, nines] = [
    '0'.repeat(lowRest.length),
    '9'.repeat(lowRest.length),
  ];
  let [from, to] = [Number(low[0]), Number(high[0])];
  const alternatives: string[] = [];
  const tail: string[] = [];
  if (from === to) {
    alternatives.push(low[0] + fractionDigits(lowRest, highRest));
  } else {
    if (lowRest !== zeros) {
      alternatives.push(low[0] + fractionDigits(lowRest, nines));
      from += 1;
    }
    if (highRest !== nines) {
      tail.push(high[0] + fractionDigits(zeros, highRest));
      to -= 1;
    }
    if (from <= to)
      alternatives.push(digitClass(from, to) + fractionDigits(zeros, nines));
  }
  return `(?:${[...alternatives, ...tail].join('|')})`;
}
