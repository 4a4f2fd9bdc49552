/** Something that a file declares. */
interface Declared {
  line?: number;
}

/** Tells of a declaration that another one of its name replaces. */
export type Report<Item> = (replaced: Item, message: string) => void;

/**
 * Of what is declared several times by one name, the last declaration, in the
 * place of the first: JHipster keeps that one, and says nothing.
 */
export function lastOfEach<Item extends Declared>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  report: Report<Item>,
): Item[] {
  const byName = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [item]);
    else same.push(item);
  }
  return [...byName.values()].map(same => {
    const last = same[same.length - 1];
    if (same.length > 1) {
      const often = same.length === 2 ? 'twice' : `${same.length} times`;
      report(
        same[0],
        `It is declared ${often}: as in JHipster, the last one counts, in line ${last.line}.`,
      );
    }
    return last;
  });
}
