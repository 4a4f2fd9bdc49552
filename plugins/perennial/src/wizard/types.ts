import type { WorkflowProps } from '@backstage/plugin-scaffolder-react/alpha';

/** What the wizard of a template with a model needs. */
export interface ModelWizardProps {
  namespace: string;
  templateName: string;
  fields: WorkflowProps['extensions'];
  /** The look of the form, as Backstage's own page has it. */
  theme: 'mui' | 'bui';
}
