import { createRequire } from 'node:module';

// The packages are TypeScript, which runs as it is with Backstage's own loader.
const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

/** The instance of fast-check that made the models. */
export const fc = require('fast-check');

/** @type {import('@perennial/plugin-perennial-common')} */
export const {
  parseModel,
  stringifyModel,
} = require('@perennial/plugin-perennial-common');

/** @type {import('@perennial/plugin-perennial-test-utils')} */
export const {
  validModels,
} = require('@perennial/plugin-perennial-test-utils');
