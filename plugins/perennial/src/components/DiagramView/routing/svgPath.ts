import type { Point } from '../graph/types';

const RADIUS = 8;

/** An SVG path along points, with round corners. */
export function toPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) {
        return `M${write(point)}`;
      }
      if (!after) {
        return `L${write(point)}`;
      }
      const radius = Math.min(
        RADIUS,
        distance(before, point) / 2,
        distance(point, after) / 2,
      );
      return `L${write(towards(point, before, radius))}Q${write(point)} ${write(
        towards(point, after, radius),
      )}`;
    })
    .join('');
}

/** How often rows stand at an end of a relation. */
export interface Cardinality {
  most: 'one' | 'many';
  least: 'zero' | 'one';
}

/** Where a sign stands: at the first point, looking along the line. */
export function signTransform(from: Point, to: Point): string {
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return `translate(${write(from).replace(' ', ',')}) rotate(${Math.round(
    degrees,
  )})`;
}

const MOST = { many: 'M0 -6L11 0L0 6', one: 'M8 -6L8 6' };
const NONE = 'M13 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0';
const AT_LEAST_ONE = { many: 'M15 -6L15 6', one: 'M13 -6L13 6' };

/** Crow's foot notation, drawn along the x axis away from the entity. */
export function signPath({ most, least }: Cardinality): string {
  return `${MOST[most]}${least === 'zero' ? NONE : AT_LEAST_ONE[most]}`;
}

function towards(from: Point, to: Point, length: number): Point {
  const all = distance(from, to);
  const share = all === 0 ? 0 : length / all;
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  };
}

function distance(one: Point, two: Point): number {
  return Math.hypot(one.x - two.x, one.y - two.y);
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
