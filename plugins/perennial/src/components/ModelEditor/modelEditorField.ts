import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ModelEditor } from './ModelEditor';
import { ModelEditorFieldSchema } from './schema';
import { validateModelField } from './validateModelField';

/** The field that a template asks for with `ui:field: ModelEditor`. */
export const modelEditorField = createFormField({
  name: 'ModelEditor',
  component: ModelEditor,
  validation: validateModelField,
  schema: ModelEditorFieldSchema,
});
