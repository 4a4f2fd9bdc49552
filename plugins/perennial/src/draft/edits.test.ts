import fc from 'fast-check';
import { insertAt, moveAt, removeAt, setAt } from './edits';
import { entitiesOf, listAt, textAt, valueAtPointer } from './readDraft';
import type { DraftModel } from './types';

const model: DraftModel = {
  entities: [
    { name: 'Product', fields: [{ name: 'sku', type: 'string' }] },
    {
      name: 'Order',
      relations: [
        { name: 'product', kind: 'manyToOne', target: 'Product' },
        { name: 'parent', kind: 'manyToOne', target: 'Order' },
      ],
    },
  ],
};

describe('edits of a place', () => {
  it('shares what did not change', () => {
    const edited = setAt(model, ['entities', 0, 'name'], 'Article');
    expect(valueAtPointer(edited, ['entities', 0, 'name'])).toBe('Article');
    expect(entitiesOf(edited)[1]).toBe(entitiesOf(model)[1]);
    expect(setAt(model, ['entities', 0, 'name'], 'Product')).toBe(model);
  });

  it('takes a member away, and makes a missing list', () => {
    const without = setAt(model, ['entities', 0, 'fields'], undefined);
    expect(entitiesOf(without)[0]).toEqual({ name: 'Product' });
    const listed = insertAt(without, ['entities', 0, 'fields'], { name: 'a' });
    expect(listAt(entitiesOf(listed)[0], 'fields')).toEqual([{ name: 'a' }]);
  });

  it('inserts, moves and removes items', () => {
    const list = (value: DraftModel) =>
      entitiesOf(value).map(entity => textAt(entity, 'name'));
    const inserted = insertAt(model, ['entities'], { name: 'First' }, 0);
    expect(list(inserted)).toEqual(['First', 'Product', 'Order']);
    expect(list(moveAt(inserted, ['entities', 0], 2))).toEqual([
      'Product',
      'Order',
      'First',
    ]);
    expect(moveAt(model, ['entities', 0], 7)).toBe(model);
    expect(moveAt(model, ['entities', 7], 0)).toBe(model);
    expect(list(removeAt(model, ['entities', 0]))).toEqual(['Order']);
  });

  it('changes nothing where a pointer leads nowhere, and no prototype', () => {
    const pointer = fc.array(
      fc.oneof(
        fc.nat(4),
        fc.constantFrom(
          'entities',
          'fields',
          'name',
          '__proto__',
          'constructor',
        ),
        fc.string(),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(pointer, place => {
        const before = JSON.stringify(model);
        setAt(model, place, 'x');
        removeAt(model, place);
        insertAt(model, place, 'x');
        moveAt(model, place, 1);
        expect(JSON.stringify(model)).toBe(before);
        expect({}).not.toHaveProperty('polluted');
      }),
    );
    const named = setAt(model, ['__proto__'], { polluted: true });
    expect(Object.hasOwn(named, '__proto__')).toBe(true);
    expect(named.polluted).toBeUndefined();
  });
});
