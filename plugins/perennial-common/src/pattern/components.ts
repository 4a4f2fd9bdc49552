/**
 * Groups of nodes of a graph in which each reaches each, itself included.
 *
 * @param follow - for each node, by its number, those that it leads to
 *
 * @public
 */
export function cyclicComponents(
  follow: readonly ReadonlySet<number>[],
): number[][] {
  const order: number[] = [];
  const seen = new Set<number>();
  const walk = (
    start: number,
    next: (node: number) => Iterable<number>,
    done: (node: number) => void,
  ) => {
    if (seen.has(start)) return;
    seen.add(start);
    const stack: [number, Iterator<number>][] = [
      [start, next(start)[Symbol.iterator]()],
    ];
    while (stack.length > 0) {
      const [node, iterator] = stack[stack.length - 1];
      const step = iterator.next();
      if (step.done) {
        stack.pop();
        done(node);
      } else if (!seen.has(step.value)) {
        seen.add(step.value);
        stack.push([step.value, next(step.value)[Symbol.iterator]()]);
      }
    }
  };
  follow.forEach((_, node) =>
    walk(
      node,
      current => follow[current],
      node_ => order.push(node_),
    ),
  );
  const before: number[][] = follow.map(() => []);
  follow.forEach((targets, node) =>
    targets.forEach(target => before[target].push(node)),
  );
  seen.clear();
  const components: number[][] = [];
  for (const node of order.reverse()) {
    const component: number[] = [];
    walk(
      node,
      current => before[current],
      member => component.push(member),
    );
    const isCyclic =
      component.length > 1 ||
      (component.length === 1 && follow[node].has(node));
    if (isCyclic) components.push(component);
  }
  return components;
}
