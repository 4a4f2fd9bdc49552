import type { Point, Rect } from '../graph/types';
import { isUpright, type Side } from './sides';

/** Distance of the turns of lines that leave from one side. */
const LANE = 10;

/** How far a line goes straight out before it may turn. */
const STUB = 32;

/** A way with right angles between two sides. */
export function drawWay(line: {
  source: Rect;
  target: Rect;
  sides: readonly [Side, Side];
  /** Where along its side the line leaves and arrives. */
  from: number;
  to: number;
  lane: number;
}): Point[] {
  const { source, target, sides, from, to, lane } = line;
  const start = pointOn(source, sides[0], from);
  const end = pointOn(target, sides[1], to);
  if (isUpright(sides[0]) !== isUpright(sides[1])) {
    return aroundCorner(start, end, sides, lane);
  }
  const upright = isUpright(sides[0]);
  const along = upright ? 'x' : 'y';
  const turn =
    sides[0] === sides[1]
      ? Math.max(start[along], end[along]) + STUB + Math.abs(lane) * LANE
      : (start[along] + end[along]) / 2 + lane * LANE;
  return upright
    ? [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end]
    : [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end];
}

/** The middle of a way by its length. */
export function middleOf(points: readonly Point[]): Point {
  const total = lengthOf(points);
  let left = total / 2;
  for (let index = 1; index < points.length; index += 1) {
    const [one, two] = [points[index - 1], points[index]];
    const length = lengthOf([one, two]);
    if (length >= left && length > 0) {
      const share = left / length;
      return {
        x: one.x + (two.x - one.x) * share,
        y: one.y + (two.y - one.y) * share,
      };
    }
    left -= length;
  }
  return points[0];
}

function lengthOf(points: readonly Point[]): number {
  return points
    .slice(1)
    .reduce(
      (sum, { x, y }, index) =>
        sum + Math.hypot(x - points[index].x, y - points[index].y),
      0,
    );
}

function pointOn(rect: Rect, side: Side, along: number): Point {
  switch (side) {
    case 'left':
      return { x: rect.x, y: along };
    case 'right':
      return { x: rect.x + rect.width, y: along };
    case 'top':
      return { x: along, y: rect.y };
    default:
      return { x: along, y: rect.y + rect.height };
  }
}

/** From the right side of an entity to its own bottom. */
function aroundCorner(
  start: Point,
  end: Point,
  sides: readonly [Side, Side],
  lane: number,
): Point[] {
  const out = STUB + Math.abs(lane) * LANE;
  const right = start.x + (sides[0] === 'left' ? -out : out);
  const below = end.y + (sides[1] === 'top' ? -out : out);
  return [
    start,
    { x: right, y: start.y },
    { x: right, y: below },
    { x: end.x, y: below },
    end,
  ];
}
