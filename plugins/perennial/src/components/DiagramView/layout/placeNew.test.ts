import fc from 'fast-check';
import { placeNew } from './placeNew';

const size = { width: 232, height: 74 };
const rect = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }))
  .map(([x, y]) => ({ x, y, ...size }));

describe('placeNew', () => {
  it('puts the first box where it is wanted', () => {
    const wanted = { x: 30, y: 40 };
    expect(
      placeNew([{ id: 'a', ...size, wanted }], [], new Map()).get('a'),
    ).toEqual(wanted);
  });

  it('never puts a box onto another one, and moves none', () => {
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 30 }),
        fc.array(fc.option(rect, { nil: undefined }), { maxLength: 10 }),
        (placed, wanted) => {
          const known = new Map(placed.map((box, at) => [`old${at}`, box]));
          const boxes = wanted.map((place, at) => ({
            id: `new${at}`,
            ...size,
            wanted: place,
          }));
          const places = placeNew(boxes, placed, known);
          known.forEach((box, id) => expect(places.get(id)).toBe(box));
          boxes.forEach(({ id }) => {
            const { x, y } = places.get(id)!;
            places.forEach((other, otherId) => {
              const isApart =
                otherId === id ||
                Math.abs(other.x - x) >= size.width ||
                Math.abs(other.y - y) >= size.height;
              expect(isApart).toBe(true);
            });
          });
        },
      ),
    );
  });
});
