import type { Point } from '../graph/types';
import type { Layout, LayoutRequest } from './types';

const GAP = 48;

/** Rows of entities in their order, where there is no better layout to be had. */
export function gridLayout(request: LayoutRequest): Layout {
  const { nodes, aspectRatio } = request;
  const area = nodes.reduce(
    (sum, { width, height }) => sum + (width + GAP) * (height + GAP),
    0,
  );
  const rowWidth = Math.sqrt(area * aspectRatio);
  const positions = new Map<string, Point>();
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  nodes.forEach(({ id, width, height }) => {
    if (x > 0 && x + width > rowWidth) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    positions.set(id, { x, y });
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  });
  return { positions, routes: new Map() };
}
