/**
 * The one piece in which two texts differ, so that a cursor outside of it stays
 * where it is; undefined where they are the same.
 */
export function smallestChange(
  old: string,
  text: string,
): { from: number; to: number; insert: string } | undefined {
  if (old === text) {
    return undefined;
  }
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) {
    from += 1;
  }
  let tail = 0;
  while (
    tail < shorter - from &&
    old[old.length - 1 - tail] === text[text.length - 1 - tail]
  ) {
    tail += 1;
  }
  return {
    from,
    to: old.length - tail,
    insert: text.slice(from, text.length - tail),
  };
}
