'use strict';

/** @typedef {typeof import('../../src/utils/transaction')} Transaction */

/**
 * A database whose server answers `hello` like this.
 *
 * @param {() => Promise<object>} hello
 */
function load(hello) {
  const connectionModule = jest.requireActual('../../src/database/connection');
  const session = { withTransaction: jest.fn((/** @type {() => unknown} */ work) => work()) };
  const { connection } = connectionModule;
  Object.defineProperty(connection, 'readyState', { value: 1 });
  connection.db = { command: jest.fn(hello) };
  connection.withSession = (/** @type {(session: object) => unknown} */ use) => use(session);
  const { inTransaction } = /** @type {Transaction} */ (
    jest.requireActual('../../src/utils/transaction')
  );
  return { command: connection.db.command, inTransaction, session };
}

beforeEach(() => {
  jest.resetModules();
});

describe('inTransaction', () => {
  it.each([{ setName: 'main' }, { msg: 'isdbgrid' }])(
    'is one where the server answers %j',
    async (answer) => {
      const { inTransaction, session } = load(async () => answer);
      expect(await inTransaction(async (given) => given)).toBe(session);
      expect(session.withTransaction).toHaveBeenCalledTimes(1);
    },
  );

  it('is none on a server of its own, which is asked once', async () => {
    const { command, inTransaction } = load(async () => ({}));
    expect(await inTransaction(async (given) => given)).toBeUndefined();
    expect(await inTransaction(async (given) => given)).toBeUndefined();
    expect(command).toHaveBeenCalledTimes(1);
  });

  it('is none on a server that does not know the question', async () => {
    const { inTransaction } = load(async () => {
      const { mongo } = jest.requireActual('mongoose');
      throw new mongo.MongoServerError({ code: 59 });
    });
    expect(await inTransaction(async (given) => given)).toBeUndefined();
  });

  it('asks again where there was no answer', async () => {
    const hello = jest
      .fn()
      .mockRejectedValueOnce(new Error('refused'))
      .mockResolvedValueOnce({ setName: 'main' });
    const { inTransaction, session } = load(hello);
    await expect(inTransaction(async (given) => given)).rejects.toThrow('refused');
    expect(await inTransaction(async (given) => given)).toBe(session);
  });
});
