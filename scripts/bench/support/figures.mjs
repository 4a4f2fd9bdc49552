export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest number that so many per cent of all are not above. */
export function percentile(numbers, percent) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

export function round(number, digits = 0) {
  return Number(number.toFixed(digits));
}

/** Milliseconds that a function takes. */
export async function time(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
