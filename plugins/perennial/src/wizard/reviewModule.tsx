import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { TemplatesPage } from './TemplatesPage';
import type { ModelWizardProps } from './types';

/**
 * Backstage's own page, except for the form of a template that asks for a
 * model: its wizard has no extension point for the review step yet.
 */
const templatesSubPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory, { node, config }) {
      const original = originalFactory();
      const ModelWizard = ExtensionBoundary.lazyComponent<ModelWizardProps>(
        node,
        () => import('./ModelWizard').then(m => m.ModelWizard),
      );
      yield* original;
      yield coreExtensionData.reactElement(
        <TemplatesPage
          original={original.get(coreExtensionData.reactElement)}
          wizard={ModelWizard}
          theme={config.enableBackstageUi ? 'bui' : 'mui'}
        />,
      );
    },
  });

/**
 * Shows models as a readable summary on the review step of templates with a
 * field `ModelDesigner`. Everything else about the Create page stays as it is.
 *
 * @alpha
 */
export const perennialReviewModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [templatesSubPage],
});
