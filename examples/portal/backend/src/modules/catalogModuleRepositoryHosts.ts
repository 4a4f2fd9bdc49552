import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { RepositoryHostsProcessor } from './RepositoryHostsProcessor';

/** Offers the portal's own GitHub hosts in every template. */
export const catalogModuleRepositoryHosts = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'repository-hosts',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const hosts = config
          .getConfigArray('integrations.github')
          .map(integration => integration.getString('host'));
        catalog.addProcessor(new RepositoryHostsProcessor({ hosts }));
      },
    });
  },
});
