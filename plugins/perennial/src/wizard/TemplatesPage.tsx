import { Progress } from '@backstage/frontend-plugin-api';
import type { ComponentType, ReactElement } from 'react';
import { Route, Routes, useMatch, useResolvedPath } from 'react-router-dom';
import type { ModelWizardProps } from './types';
import { useTemplateForm } from './useTemplateForm';

const TEMPLATE_PATH = ':namespace/:templateName';

interface TemplatesPageProps {
  /** Backstage's own page: the list of templates and the wizard. */
  original: ReactElement;
  wizard: ComponentType<ModelWizardProps>;
  theme: ModelWizardProps['theme'];
}

/** Takes the wizard's place where a template asks for a model. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { pathname } = useResolvedPath('');
  const match = useMatch(`${pathname}/${TEMPLATE_PATH}`);
  const { namespace, templateName } = match?.params ?? {};

  if (!namespace || !templateName) {
    return props.original;
  }
  return (
    <TemplatePage
      {...props}
      namespace={namespace}
      templateName={templateName}
    />
  );
}

function TemplatePage(
  props: TemplatesPageProps & { namespace: string; templateName: string },
) {
  const { original, wizard: Wizard, theme, namespace, templateName } = props;
  const form = useTemplateForm({ namespace, templateName });

  if (form.loading) {
    return <Progress />;
  }
  if (!form.fields) {
    return original;
  }
  return (
    <Routes>
      <Route
        path={TEMPLATE_PATH}
        element={
          <Wizard
            namespace={namespace}
            templateName={templateName}
            fields={form.fields}
            theme={theme}
          />
        }
      />
    </Routes>
  );
}
