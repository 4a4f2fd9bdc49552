import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AnalyticsContext,
  BreadcrumbEntry,
  errorApiRef,
  Progress,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderApiRef,
  SecretsContextProvider,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import { Workflow } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { ModelReviewState } from '../components/ModelReview';
import type { ModelWizardProps } from './types';

const COMPONENTS = { ReviewStateComponent: ModelReviewState };

/**
 * Backstage's `Workflow` with a review step that shows models, wired the way
 * the scaffolder's own page wires it.
 */
export function ModelWizard(props: ModelWizardProps) {
  return (
    <BreadcrumbEntry entry={{ label: props.templateName, href: '.' }}>
      <SecretsContextProvider>
        <Wizard {...props} />
      </SecretsContextProvider>
    </BreadcrumbEntry>
  );
}

function Wizard(props: ModelWizardProps) {
  const { namespace, templateName, fields, theme } = props;
  const templateRef = stringifyEntityRef({
    kind: 'Template',
    namespace,
    name: templateName,
  });
  const rootPath = useRouteRef(scaffolderPlugin.routes.root);
  const { isCreating, create } = useCreate(templateRef);

  return (
    <AnalyticsContext attributes={{ entityRef: templateRef }}>
      {isCreating && <Progress />}
      <Workflow
        namespace={namespace}
        templateName={templateName}
        onCreate={create}
        onError={() => <Navigate to={rootPath?.() ?? '..'} />}
        components={COMPONENTS}
        extensions={fields}
        formProps={{ EXPERIMENTAL_theme: theme }}
      />
    </AnalyticsContext>
  );
}

/** Starts the task and goes to its page. */
function useCreate(templateRef: string) {
  const scaffolderApi = useApi(scaffolderApiRef);
  const errorApi = useApi(errorApiRef);
  const { secrets } = useTemplateSecrets();
  const taskPath = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);

  const create = async (values: Record<string, JsonValue>) => {
    setIsCreating(true);
    try {
      const { taskId } = await scaffolderApi.scaffold({
        templateRef,
        values,
        secrets,
      });
      navigate(taskPath?.({ taskId }) ?? '..');
    } catch (error) {
      errorApi.post(error as Error);
    } finally {
      setIsCreating(false);
    }
  };
  return { isCreating, create };
}
