'use strict';

const { parseBody, parseExactly } = require('../../src/utils/json');

/** @param {string} text */
function problemsOf(text) {
  try {
    parseBody(Buffer.from(text));
  } catch (error) {
    const { status, errors } = /** @type {any} */ (error);
    return { status, errors };
  }
  return undefined;
}

describe('parseBody', () => {
  it.each(['', '{', '{"a":1,}', 'NaN', '{"a":undefined}'])(
    'refuses %j as malformed',
    text => {
      expect(problemsOf(text)).toMatchObject({ status: 400 });
    },
  );

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseBody(Buffer.from([0x22, 0xff, 0x22]))).toThrow(
      'The body is not valid JSON in UTF-8.',
    );
  });

  it.each([
    ['{"a":{"b~/c":["\\u0000"]}}', '/a/b~0~1c/0'],
    ['{"a":"\\ud800"}', '/a'],
    ['{"a":{"\\u0000":1}}', '/a'],
    ['{"a":[1e999]}', '/a/0'],
    [`{"b":"[","a":${'['.repeat(64)}${']'.repeat(64)}}`, '/a'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, ''],
  ])('refuses %s and points to it', (text, pointer) => {
    expect(problemsOf(text)).toEqual({
      status: 422,
      errors: [{ pointer, detail: expect.any(String) }],
    });
  });

  it('takes as much nesting as allowed', () => {
    expect(problemsOf(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined();
  });

  it('takes brackets and quotes inside of strings', () => {
    expect(parseBody(Buffer.from('{"a":"[\\"{"}'))).toMatchObject({ a: '["{' });
  });
});

describe('parseExactly', () => {
  it.each([
    '9007199254740993',
    '0.12345678901234567890123',
    '-1e400',
    '{"__proto__":{"a":1}}',
    '[1.5,0,1e-7,true,null,"text"]',
  ])('keeps %s', text => {
    expect(JSON.stringify(parseExactly(text))).toBe(text);
  });

  it.each([
    ['1.0', 1],
    ['1e2', 100],
    ['-0', -0],
    ['0.10', 0.1],
  ])('reads %s as a plain number', (text, value) => {
    expect(parseExactly(text)).toBe(value);
  });
});
