import { fieldOf } from '../__testUtils__/models';
import { RawJson } from '../http/wire';
import { sameOnWire } from './sameOnWire';

describe('sameOnWire', () => {
  it.each([
    [{ type: 'decimal', scale: 2, precision: 9 }, '1.5', '1.50', true],
    [{ type: 'decimal', scale: 2, precision: 9 }, 1.5, '1.50', true],
    [{ type: 'decimal', scale: 2, precision: 9 }, '1.5', 1.5, false],
    [{ type: 'decimal', scale: 2, precision: 9 }, '1.5', '1.51', false],
    [{ type: 'bigInteger' }, '9007199254740993', '9007199254740992', false],
    [
      { type: 'dateTime' },
      '2024-01-01T01:00:00+01:00',
      '2024-01-01T00:00:00.000Z',
      true,
    ],
    [
      { type: 'dateTime' },
      '2024-01-01T00:00:00.500Z',
      '2024-01-01T00:00:00Z',
      false,
    ],
    [
      { type: 'dateTime' },
      '2024-01-01T01:00:00+01:00',
      '2024-01-01T01:00:00+01:00',
      false,
    ],
    [{ type: 'time' }, '10:00:00.5', '10:00:00.500000', true],
    [{ type: 'time' }, '10:00:00', '10:00:01', false],
    [{ type: 'uri' }, 'http://example.test', 'http://example.test/', false],
    [{ type: 'string' }, 'é', 'e\u0301', false],
    [{ type: 'string' }, null, undefined, true],
    [{ type: 'string' }, '', null, false],
    [{ type: 'number' }, new RawJson('-0'), 0, true],
    [{ type: 'integer' }, new RawJson('1.0'), 1, true],
    [{ type: 'json' }, { a: [1, null] }, { a: [1, null] }, true],
    [{ type: 'json' }, { a: null }, {}, false],
    [{ type: 'json' }, new RawJson('{"__proto__":1}'), {}, false],
    [{ type: 'array', items: { type: 'integer' } }, [1, 2], [2, 1], false],
    [
      { type: 'object', fields: [{ name: 'a', type: 'integer' }] },
      {},
      { a: null },
      true,
    ],
    [
      { type: 'object', fields: [{ name: 'a', type: 'integer' }] },
      {},
      { b: 1 },
      false,
    ],
  ])('%j: %j and %j', (given, sent, received, same) => {
    expect(sameOnWire(fieldOf(given), sent, received)).toBe(same);
  });
});
