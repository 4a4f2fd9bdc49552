import { Position, type NodeHandle } from '@xyflow/react';
import type { ProblemIndex } from '../../../draft/ProblemIndex';
import type { DiagramGraph, Rect, RelationShape } from '../graph/types';
import type { Rects } from '../layout/types';
import type { Route } from '../routing/routeRelations';
import type { DiagramNode, EntityNode, GhostNode, RelationEdge } from './types';

/** Names of elements for screen readers. */
export interface ElementNames {
  entity(face: EntityNode['data']['shape']['face'], problems: number): string;
  ghost(name: string): string;
  relation(relation: RelationShape, problems: number): string;
  entityRole: string;
  relationRole: string;
  entityDescriptionId: string;
  relationDescriptionId: string;
}

interface NodeInput {
  graph: DiagramGraph;
  rects: Rects;
  problems: ProblemIndex;
  names: ElementNames;
  /** Index of the entity that is chosen, that is being named, and that Tab leads to. */
  chosen: number | undefined;
  editing: number | undefined;
  tabStop: number | undefined;
  isReadOnly: boolean;
}

/** The nodes to draw: the same objects as before where nothing changed. */
export function buildNodes(
  input: NodeInput,
  previous: ReadonlyMap<string, DiagramNode>,
): DiagramNode[] {
  const { graph, rects } = input;
  const nodes: DiagramNode[] = [];
  graph.entities.forEach(shape => {
    const rect = rects.get(shape.id);
    if (rect) {
      nodes.push(toEntityNode(input, shape, rect, previous.get(shape.id)));
    }
  });
  graph.ghosts.forEach(ghost => {
    const rect = rects.get(ghost.id);
    if (rect) {
      nodes.push(toGhostNode(input, ghost, rect, previous.get(ghost.id)));
    }
  });
  return nodes;
}

function toEntityNode(
  input: NodeInput,
  shape: EntityNode['data']['shape'],
  rect: Rect,
  old: DiagramNode | undefined,
): EntityNode {
  const { names, chosen, editing, tabStop, isReadOnly } = input;
  const problems = input.problems.within(['entities', shape.index]);
  const isEditing = editing === shape.index;
  const selected = chosen === shape.index;
  const tabIndex = tabStop === shape.index ? 0 : -1;
  if (
    old?.type === 'entity' &&
    isPlaced(old, rect) &&
    old.selected === selected &&
    old.domAttributes?.tabIndex === tabIndex &&
    old.data.shape.index === shape.index &&
    old.data.shape.face === shape.face &&
    old.data.problems === problems &&
    old.data.isEditing === isEditing &&
    old.data.isReadOnly === isReadOnly
  ) {
    return old;
  }
  return {
    id: shape.id,
    type: 'entity',
    ...place(rect),
    handles: handlesOf(rect),
    data: { shape, problems, isEditing, isReadOnly },
    selected,
    draggable: !isEditing,
    ariaLabel: names.entity(shape.face, problems.length),
    domAttributes: {
      tabIndex,
      'aria-roledescription': names.entityRole,
      'aria-describedby': names.entityDescriptionId,
      'aria-current': selected || undefined,
    },
  };
}

function toGhostNode(
  input: NodeInput,
  ghost: GhostNode['data']['ghost'],
  rect: Rect,
  old: DiagramNode | undefined,
): GhostNode {
  const { names, isReadOnly } = input;
  if (
    old?.type === 'ghost' &&
    isPlaced(old, rect) &&
    old.data.ghost.name === ghost.name &&
    old.data.isReadOnly === isReadOnly
  ) {
    return old;
  }
  return {
    id: ghost.id,
    type: 'ghost',
    ...place(rect),
    handles: handlesOf(rect),
    data: { ghost, isReadOnly },
    ariaLabel: names.ghost(ghost.name),
    ariaRole: 'group',
    focusable: false,
  };
}

/** The edges to draw: the same objects as before where nothing changed. */
export function buildEdges(
  input: {
    graph: DiagramGraph;
    routes: ReadonlyMap<string, Route>;
    problems: ProblemIndex;
    names: ElementNames;
    /** Id of the entity, and of the relation, that is chosen. */
    chosenEntity: string | undefined;
    chosenRelation: string | undefined;
    tabStop: string | undefined;
  },
  previous: ReadonlyMap<string, RelationEdge>,
): RelationEdge[] {
  const { names, chosenEntity, chosenRelation, tabStop } = input;
  return input.graph.relations.flatMap(relation => {
    const route = input.routes.get(relation.id);
    if (!route) {
      return [];
    }
    const { id, source, target, entityIndex, relationIndex } = relation;
    const problems = input.problems.within([
      'entities',
      entityIndex,
      'relations',
      relationIndex,
    ]);
    const selected = chosenRelation === id;
    const isRelated = source === chosenEntity || target === chosenEntity;
    const tabIndex = tabStop === id ? 0 : -1;
    const old = previous.get(id);
    if (
      old?.data &&
      isSameRelation(old.data.relation, relation) &&
      isSameRoute(old.data.route, route) &&
      old.data.problems === problems &&
      old.data.isRelated === isRelated &&
      old.selected === selected &&
      old.domAttributes?.tabIndex === tabIndex
    ) {
      return [old];
    }
    return [
      {
        id,
        type: 'relation' as const,
        source,
        target,
        sourceHandle: Position.Right,
        targetHandle: 'whole',
        data: { relation, route, problems, isRelated },
        selected,
        ariaLabel: names.relation(relation, problems.length),
        domAttributes: {
          tabIndex,
          'aria-roledescription': names.relationRole,
          'aria-describedby': names.relationDescriptionId,
        },
      },
    ];
  });
}

function place({ x, y, width, height }: Rect) {
  return {
    position: { x, y },
    width,
    height,
    measured: { width, height },
  };
}

function isPlaced(node: DiagramNode, rect: Rect): boolean {
  return (
    node.position.x === rect.x &&
    node.position.y === rect.y &&
    node.height === rect.height
  );
}

/** Known beforehand, so that lines can be drawn to what is not on screen. */
function handlesOf({ width, height }: Rect): NodeHandle[] {
  const side = { type: 'source' as const, y: height / 2, width: 1, height: 1 };
  return [
    { ...side, id: Position.Left, position: Position.Left, x: 0 },
    { ...side, id: Position.Right, position: Position.Right, x: width },
    {
      id: 'whole',
      type: 'target',
      position: Position.Left,
      x: 0,
      y: 0,
      width,
      height,
    },
  ];
}

function isSameRelation(one: RelationShape, other: RelationShape): boolean {
  const names = Object.keys(one) as (keyof RelationShape)[];
  return names.every(name => one[name] === other[name]);
}

function isSameRoute(one: Route, other: Route): boolean {
  return (
    one === other ||
    (one.points.length === other.points.length &&
      one.points.every(
        ({ x, y }, index) =>
          x === other.points[index].x && y === other.points[index].y,
      ))
  );
}
