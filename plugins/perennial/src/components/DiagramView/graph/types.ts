/** A point of the canvas. */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle of the canvas, by its top left corner. */
export interface Rect extends Point {
  width: number;
  height: number;
}

/** A field as a row of its entity. */
export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  isUnique: boolean;
}

/** What an entity looks like; the same object while the entity is the same. */
export interface EntityFace {
  name: string;
  /** The first fields; the others are only counted. */
  rows: readonly FieldRow[];
  fieldCount: number;
  relationCount: number;
}

/** An entity of the model in the diagram. */
export interface EntityShape {
  /** Stays the same while the entity is renamed or moved in its list. */
  id: string;
  index: number;
  face: EntityFace;
}

/** What a relation refers to although the model has no such entity. */
export interface GhostShape {
  id: string;
  name: string;
}

/** A relation of the model in the diagram. */
export interface RelationShape {
  id: string;
  entityIndex: number;
  relationIndex: number;
  /** Ids of shapes. */
  source: string;
  target: string;
  name: string;
  sourceName: string;
  targetName: string;
  kind: 'manyToOne' | 'oneToOne' | 'manyToMany';
  isRequired: boolean;
  /** There is no such entity. */
  isDangling: boolean;
}

/** What the diagram draws. */
export interface DiagramGraph {
  entities: readonly EntityShape[];
  ghosts: readonly GhostShape[];
  relations: readonly RelationShape[];
  /** What is not drawn, as there is too much of it. */
  leftOut: { entities: number; relations: number };
}
