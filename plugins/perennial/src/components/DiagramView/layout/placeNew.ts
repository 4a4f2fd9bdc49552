import type { Point, Rect } from '../graph/types';
import type { Positions } from './types';

const GAP = 40;
const RINGS = 40;

/** A box that has no place yet, and where it should go if there is room. */
export interface NewBox {
  id: string;
  width: number;
  height: number;
  wanted?: Point;
}

/** Finds places for new boxes beside those that are there. */
export function placeNew(
  boxes: readonly NewBox[],
  placed: readonly Rect[],
  positions: Positions,
): Map<string, Point> {
  const result = new Map(positions);
  const taken = [...placed];
  boxes.forEach(({ id, width, height, wanted }) => {
    const place = findRoom(wanted ?? below(placed), { width, height }, taken);
    taken.push({ ...place, width, height });
    result.set(id, place);
  });
  return result;
}

function below(rects: readonly Rect[]): Point {
  return rects.length === 0
    ? { x: 0, y: 0 }
    : {
        x: Math.min(...rects.map(({ x }) => x)),
        y: Math.max(...rects.map(({ y, height }) => y + height)) + GAP,
      };
}

/** The first free place in a spiral around the wanted one. */
function findRoom(
  wanted: Point,
  size: { width: number; height: number },
  taken: readonly Rect[],
): Point {
  for (let ring = 0; ring < RINGS; ring += 1) {
    for (let column = 0; column <= ring; column += 1) {
      const place = {
        x: wanted.x + column * (size.width + GAP),
        y: wanted.y + (ring - column) * (GAP * 2),
      };
      if (!taken.some(rect => overlaps({ ...place, ...size }, rect))) {
        return place;
      }
    }
  }
  return below(taken);
}

function overlaps(one: Rect, other: Rect): boolean {
  const margin = GAP / 2;
  return (
    one.x < other.x + other.width + margin &&
    other.x < one.x + one.width + margin &&
    one.y < other.y + other.height + margin &&
    other.y < one.y + one.height + margin
  );
}
