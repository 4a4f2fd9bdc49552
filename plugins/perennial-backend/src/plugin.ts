import { createBackendPlugin } from '@backstage/backend-plugin-api';

/**
 * The backend of Perennial.
 *
 * @public
 */
export const perennialPlugin = createBackendPlugin({
  pluginId: 'perennial',
  register({ registerInit }) {
    registerInit({ deps: {}, async init() {} });
  },
});
