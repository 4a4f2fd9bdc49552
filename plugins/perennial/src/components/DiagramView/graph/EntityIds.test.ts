import fc from 'fast-check';
import { EntityIds } from './EntityIds';

const named = (name: string) => ({ name });

describe('EntityIds', () => {
  it('follows an entity through renaming, moving, removing and undoing', () => {
    const ids = new EntityIds();
    const [product, order, tag] = ['Product', 'Order', 'Tag'].map(named);
    const before = [product, order, tag];
    const [p, o, t] = ids.assign(before);

    expect(ids.assign([tag, product, order])).toEqual([t, p, o]);
    expect(ids.assign([tag, named('Article'), order])).toEqual([t, p, o]);
    expect(ids.assign([tag, order])).toEqual([t, o]);
    expect(ids.assign([tag, named('Article'), order])).toEqual([t, p, o]);
    expect(ids.assign(before)).toEqual([p, o, t]);
  });

  it('follows an entity whose fields change', () => {
    const ids = new EntityIds();
    const [a, b] = ids.assign([named('A'), named('B')]);
    const changed = { name: 'A', fields: [] };
    expect(ids.assign([named('New'), changed, named('B')])).toEqual([
      expect.not.stringMatching(`^(${a}|${b})$`),
      a,
      b,
    ]);
  });

  it('gives every entity an id of its own, whatever they are called', () => {
    const name = fc.constantFrom('', 'A', 'B', '__proto__', 'constructor');
    const models = fc.array(fc.array(name.map(named), { maxLength: 8 }));
    fc.assert(
      fc.property(models, steps => {
        const ids = new EntityIds();
        steps.forEach(entities => {
          const assigned = ids.assign(entities);
          expect(assigned).toHaveLength(entities.length);
          expect(new Set(assigned).size).toBe(entities.length);
        });
      }),
    );
  });

  it('tells one and the same object in two places apart', () => {
    const nothing = {};
    const ids = new EntityIds();
    const [one, two] = ids.assign([nothing, nothing]);
    expect(one).not.toBe(two);
    expect(ids.assign([nothing, nothing, nothing]).slice(0, 2)).toEqual([
      one,
      two,
    ]);
  });
});
