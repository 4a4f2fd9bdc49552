import type { Rects } from '../layout/types';
import type { EntityShape, Point, Rect } from './types';

/** Arrow keys. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const VECTORS: Record<Direction, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What lies aside counts as further away than what lies straight ahead. */
const ASIDE = 2.5;

/** The way that an arrow key points; nothing for another key. */
export function vectorOf(key: string): Point | undefined {
  return Object.hasOwn(VECTORS, key) ? VECTORS[key as Direction] : undefined;
}

/** The nearest entity in a direction. */
export function neighbourOf(
  id: string,
  vector: Point,
  entities: readonly EntityShape[],
  rects: Rects,
): EntityShape | undefined {
  const own = rects.get(id);
  if (!own) {
    return undefined;
  }
  const from = centreOf(own);
  let best: EntityShape | undefined;
  let bestDistance = Infinity;
  entities.forEach(entity => {
    const rect = rects.get(entity.id);
    if (!rect || entity.id === id) {
      return;
    }
    const to = centreOf(rect);
    const ahead = (to.x - from.x) * vector.x + (to.y - from.y) * vector.y;
    const aside = Math.abs(
      (to.x - from.x) * vector.y + (to.y - from.y) * vector.x,
    );
    const distance = ahead + aside * ASIDE;
    if (ahead > 1 && distance < bestDistance) {
      best = entity;
      bestDistance = distance;
    }
  });
  return best;
}

/** The entity that is nearest to a place. */
export function nearestTo(
  place: Rect | undefined,
  entities: readonly EntityShape[],
  rects: Rects,
): EntityShape | undefined {
  const from = place && centreOf(place);
  const distance = ({ id }: EntityShape) => {
    const rect = rects.get(id);
    const to = rect && centreOf(rect);
    return from && to ? Math.hypot(to.x - from.x, to.y - from.y) : Infinity;
  };
  return [...entities].sort((one, two) => distance(one) - distance(two))[0];
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
