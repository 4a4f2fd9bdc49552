import type { Viewport } from '@xyflow/react';
import type { Rects } from '../layout/types';
import type { EntityShape } from './types';

/**
 * The entity that Tab leads to: the chosen one, else the first; one that is on
 * screen, as others are not drawn.
 */
export function findTabStop(options: {
  entities: readonly EntityShape[];
  chosen: number | undefined;
  rects: Rects;
  viewport: Viewport;
  size: { width: number; height: number };
}): EntityShape | undefined {
  const { entities, chosen, rects, viewport, size } = options;
  const isVisible = ({ id }: EntityShape) => {
    const rect = rects.get(id);
    if (!rect) {
      return false;
    }
    const left = rect.x * viewport.zoom + viewport.x;
    const top = rect.y * viewport.zoom + viewport.y;
    return (
      left < size.width &&
      top < size.height &&
      left + rect.width * viewport.zoom > 0 &&
      top + rect.height * viewport.zoom > 0
    );
  };
  const first = chosen === undefined ? undefined : entities[chosen];
  return first && isVisible(first)
    ? first
    : entities.find(isVisible) ?? entities[0];
}
