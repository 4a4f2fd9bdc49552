import type { Viewport } from '@xyflow/react';
import type { DesignerActions } from '../ModelDesigner/designerContext';
import { EntityIds } from './graph/EntityIds';
import type { Point } from './graph/types';
import type { Layout } from './layout/types';

/**
 * What a diagram remembers while another view is shown. Places are no part of
 * the model, so they go with the designer.
 */
export class DiagramMemory {
  static readonly #memories = new WeakMap<DesignerActions, DiagramMemory>();

  readonly ids = new EntityIds();
  layout: Layout = { positions: new Map(), routes: new Map() };
  viewport: Viewport | undefined;
  /** Where the entities go that were added last and are not drawn yet. */
  newPlaces: Point[] = [];

  static of(designer: DesignerActions): DiagramMemory {
    let memory = this.#memories.get(designer);
    if (!memory) {
      memory = new DiagramMemory();
      this.#memories.set(designer, memory);
    }
    return memory;
  }
}
