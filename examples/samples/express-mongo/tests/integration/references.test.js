'use strict';

const { setImmediate: turn } = require('node:timers/promises');
const { Schema, Types } = require('mongoose');
const { connection } = require('../../src/database/connection');
const { schemaOptions } = require('../../src/database/schema-options');
const { deleteRow } = require('../../src/utils/deletion');
const { insertReferring, updateReferring } = require('../../src/utils/references');
const { findRow, insertRow, updateRow } = require('../../src/utils/rows');
const { useDatabase } = require('../support/client');

/** @typedef {import('../../src/utils/rows').Table} Table */

// What a transaction has written nobody else sees before its end.
const itStepByStep = process.env.HAS_TRANSACTIONS ? it.skip : it;
const itInTransactions = process.env.HAS_TRANSACTIONS ? it : it.skip;

let lastId = 0;

/**
 * @param {string} name
 * @param {import('mongoose').SchemaDefinition} fields
 * @returns {Table}
 */
function makeTable(name, fields) {
  const schema = new Schema(
    { _id: Number, ...fields, _version: Number, _deleting: Schema.Types.ObjectId },
    { ...schemaOptions, collection: `test_${name}` },
  );
  return Object.assign(connection.model(`Test ${name}`, /** @type {Schema<any>} */ (schema)), {
    title: name,
    newId: () => (lastId += 1),
    toWire: (/** @type {import('../../src/utils/rows').Row} */ { _id, ...row }) => ({ id: _id, ...row }),
  });
}

/**
 * @param {string} name
 * @param {'restrict' | 'cascade' | 'setNull'} onDelete
 */
function referenceTo(name, onDelete) {
  return { type: Number, ref: `Test ${name}`, onDelete };
}

const Tree = makeTable('trees', { name: String });
const Branch = makeTable('branches', {
  tree_id: referenceTo('trees', 'cascade'),
  beside_id: referenceTo('branches', 'restrict'),
});
const Leaf = makeTable('leaves', { branch_id: referenceTo('branches', 'cascade') });
const Nest = makeTable('nests', { branch_id: referenceTo('branches', 'restrict') });
const Bird = makeTable('birds', { tree_id: referenceTo('trees', 'setNull') });
const Walk = makeTable('walks', {
  tree_ids: { type: [Number], ref: 'Test trees', onDelete: 'unlink' },
});
const Root = makeTable('roots', {
  tree_id: referenceTo('trees', 'cascade'),
  _deleted: Schema.Types.ObjectId,
});
const Worm = makeTable('worms', {
  root_id: referenceTo('roots', 'cascade'),
  _deleted: Schema.Types.ObjectId,
});

/** Every stored row of the tables here, by table. */
async function everything() {
  const tables = Object.values(connection.models).filter(({ modelName }) =>
    modelName.startsWith('Test '),
  );
  return Promise.all(tables.map((table) => table.find({}).sort({ _id: 1 }).lean()));
}

/**
 * Waits until something is there.
 *
 * @param {() => Promise<unknown>} look
 */
async function until(look) {
  while (!(await look())) {
    await turn();
  }
}

async function plant() {
  const tree = await insertRow(Tree, { name: 'oak' });
  const branch = await insertReferring(Branch, { tree_id: tree._id });
  return { tree, branch };
}

describe('rows that refer to each other', () => {
  useDatabase();

  it('are deleted, let go or unlinked together', async () => {
    const { tree, branch } = await plant();
    const other = await insertRow(Tree, { name: 'elm' });
    const leaf = await insertReferring(Leaf, { branch_id: branch._id });
    await insertReferring(Branch, { tree_id: tree._id, beside_id: branch._id });
    const bird = await insertReferring(Bird, { tree_id: tree._id });
    const walk = await insertReferring(Walk, { tree_ids: [tree._id, other._id] });
    await deleteRow(Tree, tree._id, {});
    await expect(findRow(Leaf, leaf._id)).rejects.toMatchObject({ status: 404 });
    expect(await Branch.countDocuments({})).toBe(0);
    expect(await findRow(Bird, bird._id)).not.toHaveProperty('tree_id');
    expect(await findRow(Walk, walk._id)).toMatchObject({ tree_ids: [other._id] });
    expect(await Tree.countDocuments({})).toBe(1);
  });

  it('stay as they are where one of them restricts', async () => {
    const { tree, branch } = await plant();
    await insertReferring(Leaf, { branch_id: branch._id });
    await insertReferring(Bird, { tree_id: tree._id });
    await insertReferring(Nest, { branch_id: branch._id });
    await expect(deleteRow(Tree, tree._id, {})).rejects.toMatchObject({ status: 409 });
    const names = (await everything()).flat().flatMap((row) => Object.keys(row));
    expect(names).not.toContain('_deleting');
    expect(await findRow(Branch, branch._id)).toMatchObject({ tree_id: tree._id });
    expect(await Bird.countDocuments({ tree_id: tree._id })).toBe(1);
  });

  it('are not written where they refer to nothing', async () => {
    const { tree, branch } = await plant();
    const values = { tree_id: 0 };
    await expect(insertReferring(Branch, values)).rejects.toMatchObject({ status: 409 });
    await expect(
      updateReferring(Branch, branch._id, values, values, {}),
    ).rejects.toMatchObject({ status: 409 });
    expect(await Branch.find({}).lean()).toMatchObject([{ tree_id: tree._id }]);
  });

  it('can refer to themselves, and go then', async () => {
    const { branch } = await plant();
    const values = { beside_id: branch._id };
    await updateReferring(Branch, branch._id, values, values, {});
    await deleteRow(Branch, branch._id, {});
    expect(await Branch.countDocuments({})).toBe(0);
  });

  it('are kept from a delete by one that refers to them, whoever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const tree = await insertRow(Tree, { name: 'ash' });
      const [inserted, deleted] = await Promise.allSettled([
        insertReferring(Bird, { tree_id: tree._id }),
        deleteRow(Tree, tree._id, {}),
      ]);
      expect(deleted.status).toBe('fulfilled');
      const birds = await Bird.find({ tree_id: tree._id }).lean();
      expect(birds).toEqual([]);
      expect(await Bird.countDocuments({})).toBe(inserted.status === 'fulfilled' ? 1 : 0);
      await Bird.deleteMany({});
    }
  });

  it('are deleted once by many that delete parts of them', async () => {
    const { tree, branch } = await plant();
    const leaf = await insertReferring(Leaf, { branch_id: branch._id });
    const results = await Promise.allSettled([
      deleteRow(Tree, tree._id, {}),
      deleteRow(Branch, branch._id, {}),
      deleteRow(Leaf, leaf._id, {}),
      deleteRow(Tree, tree._id, {}),
    ]);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ status: 404 });
      }
    }
    expect((await everything()).flat()).toEqual([]);
  });

  it('are hidden or deleted as the row that they refer to', async () => {
    const tree = await insertRow(Tree, { name: 'fir' });
    const [one, two] = [
      await insertReferring(Root, { tree_id: tree._id }),
      await insertReferring(Root, { tree_id: tree._id }),
    ];
    const worm = await insertReferring(Worm, { root_id: one._id });
    await deleteRow(Root, one._id, {});
    await deleteRow(Worm, (await insertReferring(Worm, { root_id: two._id }))._id, {});
    await expect(findRow(Worm, worm._id)).rejects.toMatchObject({ status: 404 });
    expect(await Worm.countDocuments({})).toBe(2);
    expect(await Root.countDocuments({})).toBe(2);
    await deleteRow(Tree, tree._id, {});
    expect((await everything()).flat()).toEqual([]);
  });

  describe('while a delete is at work', () => {
    /** @param {import('../../src/utils/rows').Row} row */
    const mark = (row, at = new Types.ObjectId()) =>
      Tree.updateOne({ _id: row._id }, { $set: { _deleting: at } });
    /** @param {import('../../src/utils/rows').Row} row */
    const release = (row) =>
      Tree.updateOne({ _id: row._id }, { $unset: { _deleting: 1 } });

    itStepByStep('wait, and are written where it is refused', async () => {
      const { tree } = await plant();
      await mark(tree);
      const inserted = insertReferring(Bird, { tree_id: tree._id });
      await until(() => Bird.exists({}));
      await release(tree);
      expect(await inserted).toMatchObject({ tree_id: tree._id });
    });

    itStepByStep('wait, and are not written where it is done', async () => {
      const tree = await insertRow(Tree, { name: 'yew' });
      await mark(tree);
      const inserted = insertReferring(Bird, { tree_id: tree._id });
      const refused = expect(inserted).rejects.toMatchObject({ status: 409 });
      await until(() => Bird.exists({}));
      await Tree.deleteOne({ _id: tree._id });
      await refused;
      expect(await Bird.countDocuments({})).toBe(0);
    });

    it('let nobody change or delete them before its end', async () => {
      const tree = await insertRow(Tree, { name: 'lime' });
      await mark(tree);
      const changed = updateRow(Tree, tree._id, { name: 'linden' }, {});
      const deleted = deleteRow(Tree, tree._id, {});
      expect(await findRow(Tree, tree._id)).toMatchObject({ name: 'lime' });
      await release(tree);
      await Promise.allSettled([changed, deleted]);
      await expect(deleted).resolves.toBeUndefined();
    });

    it('are not held by one that has died', async () => {
      const tree = await insertRow(Tree, { name: 'pine' });
      await mark(tree, Types.ObjectId.createFromTime(0));
      expect(await insertReferring(Bird, { tree_id: tree._id })).toMatchObject({
        tree_id: tree._id,
      });
      expect(await findRow(Tree, tree._id)).not.toHaveProperty('_deleting');
      await mark(tree, Types.ObjectId.createFromTime(0));
      await deleteRow(Tree, tree._id, {});
      expect(await Tree.countDocuments({})).toBe(0);
    });

    it('that goes with them, are deleted after it', async () => {
      const { tree, branch } = await plant();
      await Branch.updateOne({ _id: branch._id }, { $set: { _deleting: new Types.ObjectId() } });
      const deleted = deleteRow(Tree, tree._id, {});
      await turn();
      await Branch.updateOne({ _id: branch._id }, { $unset: { _deleting: 1 } });
      await deleted;
      expect(await Branch.countDocuments({})).toBe(0);
    });
  });

  itInTransactions('show nothing of a write that is refused', async () => {
    const { tree } = await plant();
    const seen = [];
    const inserted = insertReferring(Walk, { tree_ids: [tree._id, 0] }).catch(() => undefined);
    for (let look = 0; look < 20; look += 1) {
      seen.push(await Walk.countDocuments({}));
    }
    await inserted;
    expect(new Set(seen)).toEqual(new Set([0]));
  });
});
