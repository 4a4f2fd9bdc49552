import type { JsonObject } from '@backstage/types';
import { useParams } from 'react-router-dom';
import type { ModelDesignerProps } from '../ModelDesigner/schema';
import type { Draft } from '../ModelDesigner/useDraft';
import { PreviewSection } from './PreviewSection';

/** The preview of a model in the form of a template, with the answers given there so far. */
export function DesignerPreview(props: {
  draft: Draft;
  field: Pick<ModelDesignerProps, 'name' | 'formContext'>;
}) {
  const { draft, field } = props;
  const { namespace, templateName } = useParams();
  const answers = (field.formContext?.formData ?? {}) as JsonObject;
  const { [field.name]: _model, ...parameters } = answers;

  return (
    <PreviewSection
      model={draft.validModel}
      templateRef={
        namespace && templateName
          ? `template:${namespace}/${templateName}`
          : undefined
      }
      parameters={parameters}
    />
  );
}
