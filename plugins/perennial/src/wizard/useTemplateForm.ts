import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import {
  formFieldsApiRef,
  type WorkflowProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import useAsync from 'react-use/esm/useAsync';
import { canShowForm } from './canShowForm';

type Fields = WorkflowProps['extensions'];

/**
 * The fields for the form of a template, where it asks for a model and needs
 * nothing that only Backstage's own wizard has. Errors are left to that, too.
 */
export function useTemplateForm(template: {
  namespace: string;
  templateName: string;
}): { loading: boolean; fields?: Fields } {
  const scaffolderApi = useApi(scaffolderApiRef);
  const formFieldsApi = useApiHolder().get(formFieldsApiRef);
  const templateRef = stringifyEntityRef({
    kind: 'Template',
    namespace: template.namespace,
    name: template.templateName,
  });

  const { loading, value: fields } = useAsync(async () => {
    const [manifest, formFields] = await Promise.all([
      scaffolderApi.getTemplateParameterSchema(templateRef),
      formFieldsApi?.loadFormFields() ?? [],
    ]);
    const loaded = (formFields as unknown[]).filter(isField);
    return canShowForm(
      manifest,
      loaded.map(({ name }) => name),
    )
      ? loaded
      : undefined;
  }, [scaffolderApi, formFieldsApi, templateRef]);

  return { loading, fields };
}

/** A form field is opaque by its type and a field extension by its content. */
function isField(field: unknown): field is Fields[number] {
  return (
    typeof field === 'object' &&
    field !== null &&
    'name' in field &&
    'component' in field
  );
}
