import fc from 'fast-check';
import { insertAt, moveAt, removeAt } from '../../draft/edits';
import { listAt } from '../../draft/readDraft';
import type { DraftModel } from '../../draft/types';
import { carryKeys } from './rowKeys';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(name => ({ name }));

describe('carryKeys', () => {
  const first = carryKeys([a, b, c]);

  it('gives each item a key of its own', () => {
    expect(new Set(first.keys).size).toBe(3);
  });

  it('stays with items that move, and with one that is edited', () => {
    const [keyA, keyB, keyC] = first.keys;

    expect(carryKeys([b, c, a], first).keys).toEqual([keyB, keyC, keyA]);
    expect(carryKeys([a, { name: 'B' }, c], first).keys).toEqual(first.keys);
    expect(carryKeys([a, c], first).keys).toEqual([keyA, keyC]);
  });

  it('gives a new key to what is new', () => {
    const { keys } = carryKeys([a, d, b, c], first);

    expect(first.keys).not.toContain(keys[1]);
    expect([keys[0], keys[2], keys[3]]).toEqual(first.keys);
  });

  it('keeps places apart that hold one and the same object', () => {
    const nothing = {};
    const odd = carryKeys([nothing, nothing, a]);

    expect(carryKeys([{ name: 'x' }, nothing, a], odd).keys).toEqual(odd.keys);
  });

  it('never gives two rows one key, whatever is done', () => {
    const step = fc.tuple(
      fc.constantFrom('add', 'remove', 'move'),
      fc.nat({ max: 5 }),
      fc.nat({ max: 5 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        let model: DraftModel = { list: [a, b, c] };
        let keyed = carryKeys(listAt(model, 'list'));
        for (const [action, at, to] of steps) {
          const before = new Map(
            keyed.items.map((item, index) => [item, keyed.keys[index]]),
          );
          if (action === 'add') {
            model = insertAt(model, ['list'], { name: `${at}` }, at);
          } else if (action === 'remove') {
            model = removeAt(model, ['list', at]);
          } else {
            model = moveAt(model, ['list', at], to);
          }
          keyed = carryKeys(listAt(model, 'list'), keyed);
          expect(new Set(keyed.keys).size).toBe(keyed.items.length);
          keyed.items.forEach((item, index) => {
            if (before.has(item)) {
              expect(keyed.keys[index]).toBe(before.get(item));
            }
          });
        }
      }),
    );
  });
});
