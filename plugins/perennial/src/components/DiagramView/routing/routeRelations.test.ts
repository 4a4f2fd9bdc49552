import fc from 'fast-check';
import type { Point, Rect, RelationShape } from '../graph/types';
import { routeRelations } from './routeRelations';
import { toPath } from './svgPath';

const relation = (
  id: string,
  source: string,
  target: string,
): RelationShape => ({
  id,
  source,
  target,
  entityIndex: 0,
  relationIndex: 0,
  name: id,
  sourceName: source,
  targetName: target,
  kind: 'manyToOne',
  isRequired: false,
  isDangling: false,
});

const box = (x: number, y: number): Rect => ({ x, y, width: 200, height: 100 });

const rectOf = fc
  .tuple(
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: -900, max: 900 }),
  )
  .map(([x, y]) => box(x, y));

function isOnBorder({ x, y }: Point, rect: Rect): boolean {
  const isWithin =
    x >= rect.x &&
    x <= rect.x + rect.width &&
    y >= rect.y &&
    y <= rect.y + rect.height;
  return (
    isWithin &&
    (x === rect.x ||
      x === rect.x + rect.width ||
      y === rect.y ||
      y === rect.y + rect.height)
  );
}

describe('routeRelations', () => {
  it('goes from border to border at right angles, wherever the entities are', () => {
    fc.assert(
      fc.property(rectOf, rectOf, (one, two) => {
        const rects = new Map([
          ['a', one],
          ['b', two],
        ]);
        const relations = [
          relation('ab', 'a', 'b'),
          relation('ab2', 'a', 'b'),
          relation('ba', 'b', 'a'),
          relation('aa', 'a', 'a'),
        ];
        const routes = routeRelations(relations, rects, new Map());
        relations.forEach(({ id, source, target }) => {
          const { points } = routes.get(id)!;
          expect(isOnBorder(points[0], rects.get(source)!)).toBe(true);
          expect(
            isOnBorder(points[points.length - 1], rects.get(target)!),
          ).toBe(true);
          points.slice(1).forEach(({ x, y }, index) => {
            expect(x === points[index].x || y === points[index].y).toBe(true);
          });
          expect(toPath(points)).toMatch(/^M[-\d. ]+(L|Q)/);
        });
      }),
    );
  });

  it('keeps lines between the same two entities apart', () => {
    const rects = new Map([
      ['a', box(0, 0)],
      ['b', box(500, 0)],
    ]);
    const relations = ['1', '2', '3'].map(id => relation(id, 'a', 'b'));
    const routes = routeRelations(relations, rects, new Map());
    const starts = [...routes.values()].map(({ points }) => points[0].y);
    const labels = [...routes.values()].map(({ label }) => label.y);
    expect(new Set(starts).size).toBe(3);
    expect(new Set(labels).size).toBe(3);
  });

  it('keeps a way that was laid out until an end of it moves', () => {
    const points = [
      { x: 200, y: 50 },
      { x: 350, y: 50 },
      { x: 350, y: 80 },
      { x: 500, y: 80 },
    ];
    const planned = new Map([
      ['ab', { source: 'a', target: 'b', points, label: { x: 350, y: 60 } }],
    ]);
    const relations = [relation('ab', 'a', 'b')];
    const route = (target: Rect) =>
      routeRelations(
        relations,
        new Map([
          ['a', box(0, 0)],
          ['b', target],
        ]),
        planned,
      ).get('ab');

    expect(route(box(500, 0))?.points).toBe(points);
    // It grew by a field: its upper left corner is where it was.
    expect(route({ ...box(500, 0), height: 124 })?.points).toBe(points);
    expect(route(box(520, 0))?.points).not.toBe(points);
  });

  it('leaves out what leads to something without a place', () => {
    const rects = new Map([['a', box(0, 0)]]);
    const relations = [relation('ab', 'a', 'b')];
    expect(routeRelations(relations, rects, new Map()).size).toBe(0);
  });
});
