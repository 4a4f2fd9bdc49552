import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const modelDesignerFormField = FormFieldBlueprint.make({
  name: 'model-designer',
  params: {
    field: () =>
      import('./components/ModelDesigner').then(m => m.modelDesignerField),
  },
});

/**
 * Perennial in the portal: the field `ModelDesigner` for the forms of templates.
 *
 * @public
 */
export const perennialPlugin = createFrontendPlugin({
  pluginId: 'perennial',
  info: { packageJson: () => import('../package.json') },
  extensions: [modelDesignerFormField],
});
