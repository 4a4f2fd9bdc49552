'use strict';

const isPartial = process.argv
  .slice(2)
  .some((argument) => /^(?:[^-]|-t|-o|--watch|--only|--testName)/.test(argument));

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  globalSetup: '<rootDir>/tests/support/global-setup.js',
  globalTeardown: '<rootDir>/tests/support/global-teardown.js',
  // The test files share one database.
  maxWorkers: 1,
  testTimeout: 30_000,
  // The sources run as they are.
  transform: {},
  // The thresholds hold for all tests together.
  collectCoverage: !isPartial,
  collectCoverageFrom: ['src/**/*.js'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
  coverageThreshold: {
    global: { branches: 90, functions: 90, lines: 90, statements: 90 },
  },
};
