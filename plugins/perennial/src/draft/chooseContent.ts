import { DraftContent } from './DraftContent';
import type { DraftModel } from './types';

/**
 * What to open with.
 *
 * The form keeps a model, the draft keeps a text with it. Back from a later
 * step both are there and say the same: the draft wins, with its comments and
 * order. After a reload the form is as the template made it: the draft wins.
 * Where they differ otherwise, someone else filled in the form since: the form
 * wins.
 */
export function chooseContent(options: {
  formData: DraftModel | undefined;
  defaultModel: DraftModel | undefined;
  draft: DraftContent | undefined;
}): { content: DraftContent; restored: boolean } {
  const { formData = {}, defaultModel, draft } = options;
  const isUntouched = isEmpty(formData) || isSame(formData, defaultModel);

  if (draft && isUntouched) {
    return { content: draft, restored: true };
  }
  if (draft?.isReadable && isSame(draft.model, formData)) {
    return { content: draft, restored: false };
  }
  return {
    content: isEmpty(formData)
      ? DraftContent.EMPTY
      : DraftContent.fromModel(formData, DraftContent.EMPTY),
    restored: false,
  };
}

function isEmpty(model: DraftModel): boolean {
  return Object.keys(model).length === 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
