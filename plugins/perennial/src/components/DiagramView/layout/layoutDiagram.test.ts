import { layoutDiagram } from './layoutDiagram';
import type { Layout, LayoutRequest } from './types';

const request: LayoutRequest = {
  nodes: ['a', 'b', 'c', 'alone'].map(id => ({ id, width: 200, height: 100 })),
  edges: [
    { id: 'ab', source: 'a', target: 'b', label: 'one' },
    { id: 'ab2', source: 'a', target: 'b', label: 'two' },
    { id: 'cc', source: 'c', target: 'c', label: 'self' },
  ],
  aspectRatio: 1.6,
};

function expectApart(layout: Layout | undefined, { nodes }: LayoutRequest) {
  const boxes = nodes.map(node => ({
    ...node,
    ...layout!.positions.get(node.id)!,
  }));
  boxes.forEach((one, index) =>
    boxes.slice(index + 1).forEach(two => {
      const isApart =
        one.x + one.width <= two.x ||
        two.x + two.width <= one.x ||
        one.y + one.height <= two.y ||
        two.y + two.height <= one.y;
      expect(isApart).toBe(true);
    }),
  );
}

/** A worker that a content security policy keeps from being loaded. */
class ForbiddenWorker extends EventTarget {
  static terminated = 0;

  postMessage() {
    this.dispatchEvent(new ErrorEvent('error', { message: 'refused' }));
  }

  terminate() {
    ForbiddenWorker.terminated += 1;
  }
}

describe('layoutDiagram', () => {
  afterEach(() => {
    delete (global as { Worker?: unknown }).Worker;
  });

  it('places everything apart, and plans the ways of the lines', async () => {
    const layout = await layoutDiagram(request, new AbortController().signal);

    expectApart(layout, request);
    expect([...layout!.routes.keys()].sort()).toEqual(['ab', 'ab2', 'cc']);
  });

  it('goes on without a worker where it cannot be loaded', async () => {
    Object.assign(global, { Worker: ForbiddenWorker });

    const layout = await layoutDiagram(request, new AbortController().signal);

    expectApart(layout, request);
    expect(layout!.routes.size).toBe(3);
    expect(ForbiddenWorker.terminated).toBe(1);
  });

  it('takes a grid rather than to hold up the page', async () => {
    const large = {
      ...request,
      nodes: Array.from({ length: 300 }, (_, index) => ({
        id: `e${index}`,
        width: 200,
        height: 100 + (index % 7) * 24,
      })),
      edges: [],
    };

    const layout = await layoutDiagram(large, new AbortController().signal);

    expectApart(layout, large);
    expect(layout?.routes.size).toBe(0);
  });

  it('gives nothing once it is aborted', async () => {
    const controller = new AbortController();
    const pending = layoutDiagram(request, controller.signal);
    controller.abort();
    expect(await pending).toBeUndefined();
  });
});
