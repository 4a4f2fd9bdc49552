'use strict';

const { parseBody } = require('../../src/utils/json');
const types = require('../../src/utils/types');
const { prepare, validate } = require('../../src/utils/validate');

/** @type {[string, import('joi').Schema, [string, string?][], string[]][]} */
const CASES = [
  [
    'text',
    types.text({ minLength: 1, maxLength: 3, pattern: '^[^x]*$' }),
    [['"abc"'], ['"\u{1f600}\u{1f600}\u{1f600}"']],
    ['""', '"abcd"', '"axb"', '1', 'true', '[]', '{}'],
  ],
  [
    'integer',
    types.integer({ minimum: -5 }),
    [['-5'], ['2147483647'], ['1.0', '1']],
    ['-6', '2147483648', '1.5', '"1"', '9007199254740993'],
  ],
  [
    'decimal',
    types.decimal({ precision: 5, scale: 2, minimum: '-9.50', maximum: '100' }),
    [['"1.5"'], ['-9.5', '"-9.5"'], ['1e2', '"100"'], ['0.01', '"0.01"'], ['0', '"0"']],
    [
      '"1.234"',
      '0.001',
      '0.10000000000000000555',
      '"-9.51"',
      '"100.01"',
      '"1e1"',
      '" 1"',
      '"01"',
      '"1\\n"',
      '1e-2000',
      'true',
    ],
  ],
  [
    'decimal of few digits',
    types.decimal({ precision: 3, scale: 1 }),
    [['"99.9"']],
    ['"100"', '"-100"'],
  ],
  [
    'bigInteger',
    types.bigInteger(),
    [['"999999999999999999"'], ['12', '"12"'], ['9007199254740991', '"9007199254740991"']],
    ['"1000000000000000000"', '9007199254740993', '1.5', '"1.0"'],
  ],
  ['boolean', types.boolean(), [['true'], ['false']], ['"true"', '1']],
  [
    'date',
    types.date({ minimum: '1000-01-01' }),
    [['"2024-02-29"'], ['"9999-12-31"']],
    ['"2024-02-30"', '"2024-1-1"', '"0999-12-31"', '"0000-01-01"', '"2024-13-01"', '5'],
  ],
  [
    'dateTime',
    types.dateTime({ minimum: '2000-01-01T00:00:00Z', maximum: '2100-01-01T00:00:00Z' }),
    [
      ['"2024-01-01T00:30:00.250+05:30"', '"2023-12-31T19:00:00.250Z"'],
      ['"2024-01-01t00:00:00z"', '"2024-01-01T00:00:00.000Z"'],
    ],
    [
      '"2024-01-01T00:00:00"',
      '"2024-02-30T00:00:00Z"',
      '"1999-12-31T23:59:59Z"',
      '"2100-01-01T00:00:01Z"',
      '5',
    ],
  ],
  [
    'dateTime beyond the years of four digits',
    types.dateTime(),
    [['"0001-01-01T00:00:00.000Z"'], ['"9999-12-31T23:59:59.999Z"']],
    ['"9999-12-31T23:59:59-01:00"', '"0001-01-01T00:00:00+01:00"'],
  ],
  [
    'objectId',
    types.objectId(),
    [['"0123456789abcdef01234567"']],
    ['"0123456789ABCDEF01234567"', '"0123456789abcdef0123456"', '"0123456789abcdef01234567\\n"', '"x"', '5', '{"$oid":"0123456789abcdef01234567"}'],
  ],
  [
    'email',
    types.email({ maxLength: 254 }),
    [['"first.last@sub.example.museum"'], [`"${'l'.repeat(64)}@example.test"`]],
    [
      '"plain"',
      '"a..b@example.test"',
      `"${'l'.repeat(65)}@example.test"`,
      '"a@ab--cd.test"',
      '"a@localhost"',
      '"a@-example.test"',
    ],
  ],
  [
    'uri',
    types.uri({ maxLength: 2048 }),
    [['"https://user@example.test:8443/a?b=c#d"'], ['"ftp://[::1]/file"']],
    ['"urn:isbn:0451450523"', '"http://"', '"http://a b"', '"http://a/%zz"', '"/path"'],
  ],
  ['oneOf', types.oneOf('a', 'b'), [['"a"']], ['"A"', '"constructor"', '1']],
  [
    'array',
    types.array(types.integer(), { minItems: 1, maxItems: 2 }),
    [['[1]'], ['[1,1]']],
    ['[]', '[1,1,1]', '[null]', '{}', '"[]"'],
  ],
  [
    'object',
    types.object({
      a: types.integer().required(),
      b: types.integer().allow(null).default(2),
    }),
    [['{"a":1}', '{"a":1,"b":2}'], ['{"a":1,"b":null}']],
    ['{}', '{"a":1,"c":1}', '{"a":1,"__proto__":1}', '[]', '"{}"'],
  ],
];

describe.each(CASES)('%s', (_name, schema, accepted, refused) => {
  const prepared = prepare(schema);

  it.each(accepted)('takes %s', (text, kept = text) => {
    const value = validate(prepared, parseBody(Buffer.from(text)));
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(kept)));
  });

  it.each(refused)('refuses %s', (text) => {
    expect(() => validate(prepared, parseBody(Buffer.from(text)))).toThrow(
      'The request does not match its description.',
    );
  });
});
