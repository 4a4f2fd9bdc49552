import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { Layout, LayoutRequest, PlannedRoute } from './types';

/** Room that a label takes; its letters are drawn at 12 pixels. */
const LETTER_WIDTH = 7.5;
const LABEL_HEIGHT = 20;
const MIN_LETTERS = 8;

/** Smaller diagrams fit on a screen anyway. */
const WRAPPED_FROM = 24;

/** What the layout algorithm reads. */
export function toElkGraph(request: LayoutRequest): ElkNode {
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.aspectRatio': `${request.aspectRatio}`,
      // Takes half of the height of the default where many lines meet.
      'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
      // A long chain of entities goes on in the next line, like text.
      'elk.layered.wrapping.strategy':
        request.nodes.length >= WRAPPED_FROM ? 'MULTI_EDGE' : 'OFF',
      'elk.spacing.nodeNode': '36',
      'elk.spacing.edgeNode': '24',
      'elk.spacing.edgeEdge': '14',
      'elk.spacing.edgeLabel': '4',
      'elk.spacing.componentComponent': '56',
      'elk.spacing.nodeSelfLoop': '20',
      'elk.layered.spacing.nodeNodeBetweenLayers': '56',
      'elk.layered.spacing.edgeNodeBetweenLayers': '26',
    },
    children: request.nodes.map(({ id, width, height }) => ({
      id,
      width,
      height,
    })),
    edges: request.edges.map(({ id, source, target, label }) => ({
      id,
      sources: [source],
      targets: [target],
      labels: [
        {
          // One without a text is not placed.
          text: label || '?',
          width: Math.max(MIN_LETTERS, label.length) * LETTER_WIDTH,
          height: LABEL_HEIGHT,
          layoutOptions: { 'elk.edgeLabels.inline': 'true' },
        },
      ],
    })),
  };
}

/** What the layout algorithm found. */
export function fromElkGraph(graph: ElkNode): Layout {
  return {
    positions: new Map(
      (graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]),
    ),
    routes: new Map(
      (graph.edges ?? []).flatMap(edge => {
        const route = toRoute(edge);
        return route ? [[edge.id, route]] : [];
      }),
    ),
  };
}

function toRoute(edge: ElkExtendedEdge): PlannedRoute | undefined {
  const section = edge.sections?.[0];
  if (!section) {
    return undefined;
  }
  const { startPoint, bendPoints = [], endPoint } = section;
  const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({
    x,
    y,
  }));
  const label = edge.labels?.[0];
  return {
    source: edge.sources[0],
    target: edge.targets[0],
    points,
    label: label
      ? {
          x: (label.x ?? 0) + (label.width ?? 0) / 2,
          y: (label.y ?? 0) + (label.height ?? 0) / 2,
        }
      : points[Math.floor(points.length / 2)],
  };
}
