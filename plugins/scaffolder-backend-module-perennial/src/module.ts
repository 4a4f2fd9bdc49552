import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createBlueprintRegisterAction,
  createModelResolveAction,
  createPullRequestPublishAction,
  createRepositoryFetchAction,
  createRepositoryPublishAction,
  createServiceRenderAction,
} from './actions';

/**
 * Adds the actions of Perennial to the scaffolder.
 *
 * @public
 */
export const scaffolderModulePerennial = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'perennial',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
      },
      async init({ scaffolder, config, reader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const githubCredentialsProvider =
          DefaultGithubCredentialsProvider.fromIntegrations(integrations);
        const github = { integrations, config, githubCredentialsProvider };
        scaffolder.addActions(
          createModelResolveAction(),
          createServiceRenderAction({ reader, integrations, config }),
          createBlueprintRegisterAction(),
          createRepositoryPublishAction(github),
          createRepositoryFetchAction(github),
          createPullRequestPublishAction(github),
        );
      },
    });
  },
});
