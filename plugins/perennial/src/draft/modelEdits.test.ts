import fc from 'fast-check';
import {
  addEntity,
  addField,
  addRelation,
  referencesTo,
  removeEntity,
  renameEntity,
  retargetRelation,
  setMember,
} from './modelEdits';
import { entitiesOf, textAt, valueAtPointer } from './readDraft';
import type { DraftModel } from './types';

const shop: DraftModel = {
  entities: [
    { name: 'Order', relations: [{ name: 'buyer', target: 'Customer' }] },
    { name: 'Customer' },
    {
      name: 'Address',
      relations: [
        { name: 'customer', target: 'customer' },
        { name: 'order', target: 'Order' },
      ],
    },
  ],
};

function at(model: DraftModel, ...pointer: (string | number)[]) {
  return valueAtPointer(model, pointer);
}

describe('renameEntity', () => {
  it('takes along the relations that lead to the entity, however they spell it', () => {
    const renamed = renameEntity(shop, 1, 'Client');

    expect(at(renamed, 'entities', 1, 'name')).toBe('Client');
    expect(at(renamed, 'entities', 0, 'relations', 0, 'target')).toBe('Client');
    expect(at(renamed, 'entities', 2, 'relations', 0, 'target')).toBe('Client');
    expect(at(renamed, 'entities', 2, 'relations', 1)).toBe(
      at(shop, 'entities', 2, 'relations', 1),
    );
  });

  it('keeps relations apart while a name is typed past that of another entity', () => {
    const references = referencesTo(shop, 1);
    const typed = ['', 'O', 'Order', 'OrderParty'].reduce(
      (model, name) => renameEntity(model, 1, name, references),
      shop,
    );

    expect(at(typed, 'entities', 0, 'relations', 0, 'target')).toBe(
      'OrderParty',
    );
    expect(at(typed, 'entities', 2, 'relations', 1, 'target')).toBe('Order');
  });

  it('leaves relations alone that may be meant for a namesake', () => {
    const twins: DraftModel = {
      entities: [
        { name: 'Item' },
        { name: 'item', relations: [{ name: 'parent', target: 'Item' }] },
      ],
    };

    expect(
      at(renameEntity(twins, 0, 'Part'), 'entities', 1, 'relations', 0),
    ).toEqual({ name: 'parent', target: 'Item' });
  });
});

describe('removeEntity', () => {
  it('takes away the relations that lead nowhere then, and nothing else', () => {
    expect(removeEntity(shop, 1)).toEqual({
      entities: [
        { name: 'Order' },
        { name: 'Address', relations: [{ name: 'order', target: 'Order' }] },
      ],
    });
  });
});

describe('adding', () => {
  it('gives names that are free', () => {
    expect(
      at(addEntity(shop, { name: 'order' }).model, 'entities', 3, 'name'),
    ).toBe('order2');

    const { model, index } = addRelation(shop, 2, { target: 'Order' }, 1);
    expect(index).toBe(1);
    expect(at(model, 'entities', 2, 'relations', 1)).toEqual({
      name: 'order2',
      kind: 'manyToOne',
      target: 'Order',
    });
  });

  it('names a relation after the words of its target', () => {
    const { model } = addRelation(shop, 1, { target: 'Order item' });

    expect(at(model, 'entities', 1, 'relations', 0, 'name')).toBe('orderItem');
  });

  it('tells names apart by more than case', () => {
    const list = ['entities', 1, 'fields'];
    const { model } = addField(shop, list, { name: 'sku' });

    expect(
      at(addField(model, list, { name: 'SKU' }).model, ...list, 1, 'name'),
    ).toBe('SKU2');
  });

  it('survives models of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const odd = { entities: value } as DraftModel;
        const added = addEntity(odd, { name: 'A' });
        expect(textAt(entitiesOf(added.model)[added.index], 'name')).toMatch(
          /^A\d*$/,
        );
        renameEntity(odd, 0, 'B');
        removeEntity(odd, 0);
        addRelation(odd, 0, { target: 'A' });
        retargetRelation(odd, ['entities', 0, 'relations', 0], 'A');
        addField(odd, ['entities', 0, 'fields'], { name: 'a', type: 'string' });
      }),
    );
  });

  it('puts a field where it is asked for', () => {
    const list = ['entities', 1, 'fields'];
    const { model } = addField(shop, list, { name: 'field' });
    const second = addField(model, list, { name: 'field' }, 0);

    expect(second.index).toBe(0);
    expect(at(second.model, ...list)).toEqual([
      { name: 'field2' },
      { name: 'field' },
    ]);
  });
});

describe('retargetRelation', () => {
  const pointer = ['entities', 2, 'relations', 1];

  it('names the relation anew where its name came from the target', () => {
    expect(at(retargetRelation(shop, pointer, 'Customer'), ...pointer)).toEqual(
      { name: 'customer2', target: 'Customer' },
    );
  });

  it('knows a name from the target by its number, too', () => {
    const { model } = addRelation(shop, 2, { target: 'Order' });
    const added = [...pointer.slice(0, -1), 2];

    expect(at(retargetRelation(model, added, 'Address'), ...added)).toEqual({
      name: 'address',
      kind: 'manyToOne',
      target: 'Address',
    });
  });

  it('keeps a name that somebody chose', () => {
    const buyer = ['entities', 0, 'relations', 0];
    expect(at(retargetRelation(shop, buyer, 'Address'), ...buyer)).toEqual({
      name: 'buyer',
      target: 'Address',
    });
  });
});

describe('setMember', () => {
  it('makes a mapping of what is none', () => {
    const odd: DraftModel = { entities: ['Product'] };
    expect(setMember(odd, ['entities', 0, 'name'], 'Product')).toEqual({
      entities: [{ name: 'Product' }],
    });
  });

  it('replaces an item of a list', () => {
    const model: DraftModel = { values: ['a', 'b'] };
    expect(setMember(model, ['values', 1], 'c')).toEqual({
      values: ['a', 'c'],
    });
  });
});
