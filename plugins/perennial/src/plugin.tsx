import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const modelEditorFormField = FormFieldBlueprint.make({
  name: 'model-editor',
  params: {
    field: () =>
      import('./components/ModelEditor').then(m => m.modelEditorField),
  },
});

/**
 * Perennial in the portal: the field `ModelEditor` for the forms of templates.
 *
 * @public
 */
export const perennialPlugin = createFrontendPlugin({
  pluginId: 'perennial',
  info: { packageJson: () => import('../package.json') },
  extensions: [modelEditorFormField],
});
