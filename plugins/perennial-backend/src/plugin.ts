import fs from 'node:fs/promises';
import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { perennialPermissions } from '@perennial/plugin-perennial-common';
import { temporaryRoot } from '@perennial/plugin-perennial-node';
import { PreviewMaker } from './preview/PreviewMaker';
import { PreviewQueue } from './preview/PreviewQueue';
import { Templates } from './preview/Templates';
import { TreeCache } from './preview/TreeCache';
import { readLimits } from './preview/limits';
import { createRouter } from './service/createRouter';

/**
 * The backend of Perennial: the preview of a service before it is made.
 *
 * @public
 */
export const perennialPlugin = createBackendPlugin({
  pluginId: 'perennial',
  register({ registerInit }) {
    registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
      },
      async init({ catalog, config, lifecycle, reader, ...services }) {
        const { logger } = services;
        const limits = readLimits(config);
        const directory = await fs.mkdtemp(
          path.join(temporaryRoot(config), 'perennial-'),
        );
        const queue = new PreviewQueue(limits);
        lifecycle.addShutdownHook(async () => {
          queue.stop(new Error('The backend stops'));
          await fs.rm(directory, { recursive: true, force: true });
        });
        const maker = new PreviewMaker({
          templates: new Templates(catalog),
          trees: new TreeCache({
            reader,
            directory,
            maximumTrees: limits.templates,
            maximumBytes: limits.templateBytes,
            maximumAgeMilliseconds: limits.templateAgeMilliseconds,
          }),
          integrations: ScmIntegrations.fromConfig(config),
          limits,
          directory,
          logger,
        });
        services.permissionsRegistry.addPermissions(perennialPermissions);
        services.httpRouter.use(
          createRouter({ ...services, maker, queue, limits }),
        );
      },
    });
  },
});
