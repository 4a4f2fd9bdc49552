import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { perennialTranslationRef } from '../../translation';
import type { ModelDesignerUiOptions } from './schema';

/**
 * Refuses Next while the value is no valid model. A text that is not YAML at
 * all leaves the form without a model, so it is refused here as well.
 */
export const validateModelField: CustomFieldValidator<
  Record<string, unknown>,
  ModelDesignerUiOptions
> = async (value, field, context) => {
  // Ready whenever the field was on screen, since it uses the same messages.
  const translation = context.apiHolder
    .get(translationApiRef)
    ?.getTranslation(perennialTranslationRef);
  const t = translation?.ready ? translation.t : undefined;

  if (!value || Object.keys(value).length === 0) {
    field.addError(
      t?.('designer.validation.missing') ?? 'needs a valid model.',
    );
    return;
  }

  const { validateModel } = await import('@perennial/plugin-perennial-common');
  const problems = validateModel(value, {
    database: context.uiSchema?.['ui:options']?.database,
  });
  const [first] = problems;
  if (!first) {
    return;
  }
  const { path: place, message, mend } = first;
  const count = problems.length;
  field.addError(
    t?.('designer.validation.invalid', { count, place, message, mend }) ??
      `${place}: ${message} ${mend}`,
  );
};
