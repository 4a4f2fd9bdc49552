import { nearestTo, neighbourOf, vectorOf } from './neighbours';
import type { EntityShape, Rect } from './types';

/*
 *   a   b
 *   c       d
 */
const places: Record<string, [number, number]> = {
  a: [0, 0],
  b: [300, 0],
  c: [0, 200],
  d: [600, 200],
};
const rects = new Map<string, Rect>(
  Object.entries(places).map(([id, [x, y]]) => [
    id,
    { x, y, width: 200, height: 100 },
  ]),
);
const entities = Object.keys(places).map<EntityShape>((id, index) => ({
  id,
  index,
  face: { name: id, rows: [], fieldCount: 0, relationCount: 0 },
}));
const go = (id: string, key: string) =>
  neighbourOf(id, vectorOf(key)!, entities, rects)?.id;

describe('neighbours', () => {
  it('finds the nearest entity in the direction of a key', () => {
    expect(go('a', 'ArrowRight')).toBe('b');
    expect(go('a', 'ArrowDown')).toBe('c');
    expect(go('b', 'ArrowLeft')).toBe('a');
    expect(go('c', 'ArrowUp')).toBe('a');
    expect(go('c', 'ArrowRight')).toBe('d');
    expect(go('d', 'ArrowRight')).toBeUndefined();
  });

  it('knows no direction of other keys', () => {
    expect(vectorOf('constructor')).toBeUndefined();
    expect(vectorOf('Enter')).toBeUndefined();
  });

  it('finds what is nearest to a place', () => {
    const rest = entities.filter(({ id }) => id !== 'b');
    expect(nearestTo(rects.get('b'), rest, rects)?.id).toBe('a');
    expect(nearestTo(rects.get('b'), [], rects)).toBeUndefined();
  });
});
