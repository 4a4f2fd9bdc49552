import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { LazyModelDesigner } from './LazyModelDesigner';
import { ModelDesignerFieldSchema } from './schema';
import { validateModelField } from './validateModelField';

/** The field that a template asks for with `ui:field: ModelDesigner`. */
export const modelDesignerField = createFormField({
  name: 'ModelDesigner',
  component: LazyModelDesigner,
  validation: validateModelField,
  schema: ModelDesignerFieldSchema,
});
