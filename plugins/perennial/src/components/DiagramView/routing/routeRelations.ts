import type { Point, Rect, RelationShape } from '../graph/types';
import type { PlannedRoute, Rects } from '../layout/types';
import { chooseSides, isUpright, type Side } from './sides';
import { drawWay, middleOf } from './ways';

/** The way of a line, with the place of its name. */
export interface Route {
  points: readonly Point[];
  label: Point;
}

/** Distance of ends on one side, where there is room. */
const END_DISTANCE = 26;

interface End {
  line: Line;
  side: Side;
  own: Rect;
  other: Rect;
  set: (along: number, lane: number) => void;
}

interface Line {
  relation: RelationShape;
  source: Rect;
  target: Rect;
  sides: [Side, Side];
  from: number;
  to: number;
  /** Keeps lines from one side apart where they turn. */
  lane: number;
}

/**
 * The ways of all lines: as they were laid out where nothing at their ends has
 * moved since, else straight across with right angles, the ends spread along
 * the sides that they leave from.
 */
export function routeRelations(
  relations: readonly RelationShape[],
  rects: Rects,
  planned: ReadonlyMap<string, PlannedRoute>,
): Map<string, Route> {
  const routes = new Map<string, Route>();
  const lines: Line[] = [];
  relations.forEach(relation => {
    const source = rects.get(relation.source);
    const target = rects.get(relation.target);
    if (!source || !target) {
      return;
    }
    const plan = planned.get(relation.id);
    if (plan && stillFits(plan, relation, source, target)) {
      routes.set(relation.id, plan);
    } else {
      const sides: [Side, Side] =
        relation.source === relation.target
          ? ['right', 'bottom']
          : chooseSides(source, target);
      lines.push({ relation, source, target, sides, from: 0, to: 0, lane: 0 });
    }
  });
  spreadEnds(lines);
  lines.forEach(line => {
    const points = drawWay(line);
    routes.set(line.relation.id, { points, label: middleOf(points) });
  });
  return routes;
}

function stillFits(
  plan: PlannedRoute,
  relation: RelationShape,
  source: Rect,
  target: Rect,
): boolean {
  return (
    plan.source === relation.source &&
    plan.target === relation.target &&
    isOnBorder(plan.points[0], source) &&
    isOnBorder(plan.points[plan.points.length - 1], target)
  );
}

function isOnBorder({ x, y }: Point, rect: Rect): boolean {
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const isInside =
    x > rect.x - 1 && x < right + 1 && y > rect.y - 1 && y < bottom + 1;
  const isNear = (one: number, other: number) => Math.abs(one - other) < 1;
  return (
    isInside &&
    (isNear(x, rect.x) ||
      isNear(x, right) ||
      isNear(y, rect.y) ||
      isNear(y, bottom))
  );
}

/** Gives every end its place on its side, in the order of what is at the other ends. */
function spreadEnds(lines: readonly Line[]): void {
  const groups = new Map<string, End[]>();
  const add = (node: string, end: End) => {
    const key = `${node} ${end.side}`;
    const group = groups.get(key);
    if (group) {
      group.push(end);
    } else {
      groups.set(key, [end]);
    }
  };
  lines.forEach(line => {
    const { relation, source, target, sides } = line;
    add(relation.source, {
      line,
      side: sides[0],
      own: source,
      other: target,
      set: (along, lane) => {
        line.from = along;
        line.lane = lane;
      },
    });
    add(relation.target, {
      line,
      side: sides[1],
      own: target,
      other: source,
      set: along => {
        line.to = along;
      },
    });
  });
  groups.forEach(placeEnds);
}

function placeEnds(ends: End[]): void {
  const { side, own } = ends[0];
  const upright = isUpright(side);
  const length = upright ? own.height : own.width;
  const start = upright ? own.y : own.x;
  const distance = Math.min(END_DISTANCE, length / (ends.length + 1));
  const centre = ({ other }: End) =>
    upright ? other.y + other.height / 2 : other.x + other.width / 2;
  ends
    .sort((one, two) => centre(one) - centre(two))
    .forEach((end, index) => {
      const offset = index - (ends.length - 1) / 2;
      end.set(start + length / 2 + offset * distance, offset);
    });
}
