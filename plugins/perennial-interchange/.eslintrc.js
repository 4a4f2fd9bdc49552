module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  testRules: {
    // A helper whose name begins with `expect` asserts as well, and a law does.
    'jest/expect-expect': [
      'warn',
      { assertFunctionNames: ['expect*', '*.expect*', 'fc.assert'] },
    ],
  },
});
