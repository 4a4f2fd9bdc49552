import type { EntityFace } from './types';

/** Rows that an entity shows. */
export const MAX_ROWS = 10;

/*
 * Sizes are fixed, and DiagramView.module.css keeps to them: a layout and the
 * drawing of what is on screen alone need them before anything is drawn.
 */
const WIDTH = 232;
const HEADER = 40;
const ROW = 24;
const PADDING = 10;

/** Size of an entity without fields, and of what relations refer to in vain. */
export const SMALL_SIZE = { width: WIDTH, height: HEADER + ROW + PADDING };

/** Size of an entity as it is drawn. */
export function sizeOf(face: EntityFace): { width: number; height: number } {
  const more = face.fieldCount > face.rows.length ? 1 : 0;
  const lines = Math.max(1, face.rows.length + more);
  return { width: WIDTH, height: HEADER + lines * ROW + PADDING };
}
