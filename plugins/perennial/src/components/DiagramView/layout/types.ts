import type { Point, Rect } from '../graph/types';

/** What has to be laid out. */
export interface LayoutRequest {
  nodes: readonly { id: string; width: number; height: number }[];
  edges: readonly {
    id: string;
    source: string;
    target: string;
    label: string;
  }[];
  /** Width by height that the whole should have. */
  aspectRatio: number;
}

/** The way of a relation as it was laid out. */
export interface PlannedRoute {
  source: string;
  target: string;
  points: readonly Point[];
  label: Point;
}

/** Where everything goes. */
export interface Layout {
  positions: ReadonlyMap<string, Point>;
  routes: ReadonlyMap<string, PlannedRoute>;
}

export type Positions = ReadonlyMap<string, Point>;
export type Rects = ReadonlyMap<string, Rect>;
