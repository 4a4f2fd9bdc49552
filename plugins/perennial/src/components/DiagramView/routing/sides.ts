import type { Rect } from '../graph/types';

/** A side of an entity. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Room that two entities need between them for a line with its signs. */
const CLEARANCE = 40;

/** The sides on which a line between two entities leaves and arrives. */
export function chooseSides(source: Rect, target: Rect): [Side, Side] {
  const gaps = {
    right: target.x - (source.x + source.width),
    left: source.x - (target.x + target.width),
    bottom: target.y - (source.y + source.height),
    top: source.y - (target.y + target.height),
  };
  if (gaps.right >= CLEARANCE) {
    return ['right', 'left'];
  }
  if (gaps.left >= CLEARANCE) {
    return ['left', 'right'];
  }
  if (gaps.bottom >= CLEARANCE) {
    return ['bottom', 'top'];
  }
  if (gaps.top >= CLEARANCE) {
    return ['top', 'bottom'];
  }
  // Too close for a line in between: around the outside.
  return ['right', 'right'];
}

/** Whether a side is an upright one, on which ends lie above each other. */
export function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}
