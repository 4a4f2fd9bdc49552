import type { Edge, Node } from '@xyflow/react';
import type { DraftProblem } from '../../../draft/DraftContent';
import type { EntityShape, GhostShape, RelationShape } from '../graph/types';
import type { Route } from '../routing/routeRelations';

/** An entity on the canvas. */
export type EntityNode = Node<
  {
    shape: EntityShape;
    problems: readonly DraftProblem[];
    isEditing: boolean;
    isReadOnly: boolean;
  },
  'entity'
>;

/** What relations refer to in vain, on the canvas. */
export type GhostNode = Node<
  { ghost: GhostShape; isReadOnly: boolean },
  'ghost'
>;

/** Everything on the canvas that lines lead to. */
export type DiagramNode = EntityNode | GhostNode;

/** A relation on the canvas. */
export type RelationEdge = Edge<
  {
    relation: RelationShape;
    route: Route;
    problems: readonly DraftProblem[];
    /** An entity at one of its ends is chosen. */
    isRelated: boolean;
  },
  'relation'
>;
