import fc from 'fast-check';
import { insertAt, moveAt, removeAt } from '../../draft/edits';
import { listAt } from '../../draft/readDraft';
import type { DraftModel } from '../../draft/types';
import { carryKeys, type KeyedItems } from './rowKeys';

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
        steps.reduce<{ model: DraftModel; keyed: KeyedItems }>(
          ({ model, keyed }, [action, at, to]) => {
            const changed = change(model, action, at, to);
            const carried = carryKeys(listAt(changed, 'list'), keyed);
            expect(new Set(carried.keys).size).toBe(carried.items.length);
            expect(keysOfKept(keyed, carried)).toEqual(
              keysOfKept(carried, keyed),
            );
            return { model: changed, keyed: carried };
          },
          { model: { list: [a, b, c] }, keyed: first },
        );
      }),
    );
  });
});

function change(model: DraftModel, action: string, at: number, to: number) {
  switch (action) {
    case 'add':
      return insertAt(model, ['list'], { name: `${at}` }, at);
    case 'remove':
      return removeAt(model, ['list', at]);
    default:
      return moveAt(model, ['list', at], to);
  }
}

/** The items that the other list has as well, each with its key. */
function keysOfKept(one: KeyedItems, other: KeyedItems) {
  return one.items
    .map((item, index) => ({ item, key: one.keys[index] }))
    .filter(({ item }) => other.items.includes(item))
    .sort((left, right) => left.key - right.key);
}
