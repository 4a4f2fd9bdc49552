import type { ModelDocument } from '../model/types';
import { normaliseName } from '../naming/words';

/** References between entities by index: those that a row must have, and all. */
export function references(document: ModelDocument): {
  required: Set<number>[];
  all: Set<number>[];
} {
  const byName = new Map(
    document.entities.map((entity, index) => [
      normaliseName(entity.name),
      index,
    ]),
  );
  const required = document.entities.map(() => new Set<number>());
  const all = document.entities.map(() => new Set<number>());
  document.entities.forEach((entity, index) => {
    for (const relation of entity.relations ?? []) {
      const target = byName.get(normaliseName(relation.target));
      if (target === undefined) continue;
      if (target !== index) all[index].add(target);
      if (relation.required && relation.kind !== 'manyToMany')
        required[index].add(target);
    }
  });
  return { required, all };
}

/**
 * The position of each entity in an order in which required references point
 * backwards, and optional ones too wherever no cycle forbids it.
 */
export function seedOrder(document: ModelDocument): number[] {
  const { required, all } = references(document);
  const placed = new Set<number>();
  const order: number[] = new Array<number>(document.entities.length).fill(0);
  const open = (targets: Set<number>) =>
    [...targets].filter(target => !placed.has(target)).length;
  const waiting = document.entities.map((_, index) => index);
  while (waiting.length > 0) {
    let best = 0;
    let bestCost = Infinity;
    for (const [position, index] of waiting.entries()) {
      const cost = open(required[index]) * 1_000 + open(all[index]);
      if (cost < bestCost) [best, bestCost] = [position, cost];
      if (cost === 0) break;
    }
    const [next] = waiting.splice(best, 1);
    order[next] = placed.size;
    placed.add(next);
  }
  return order;
}
