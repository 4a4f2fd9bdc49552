import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { previewApiRef } from './api';
import { lazyPreviewApi } from './api/lazyPreviewApi';

const modelDesignerFormField = FormFieldBlueprint.make({
  name: 'model-designer',
  params: {
    field: () =>
      import('./components/ModelDesigner').then(m => m.modelDesignerField),
  },
});

const previewApi = ApiBlueprint.make({
  name: 'preview',
  params: defineParams =>
    defineParams({
      api: previewApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: lazyPreviewApi,
    }),
});

/**
 * Perennial in the portal: the field `ModelDesigner` for the forms of templates.
 *
 * @public
 */
export const perennialPlugin = createFrontendPlugin({
  pluginId: 'perennial',
  info: { packageJson: () => import('../package.json') },
  extensions: [modelDesignerFormField, previewApi],
});
