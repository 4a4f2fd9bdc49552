import { DraftContent } from './DraftContent';
import type { DraftModel } from './types';

/**
 * What to open with.
 *
 * The form keeps a model, the draft keeps a text with it. Back from a later
 * step both are there and say the same: the draft wins, with its comments and
 * order. After a reload the form is as the template made it: the draft wins.
 * Where they differ otherwise, someone else filled in the form since: the form
 * wins. The form gives no default of an object that it does not know the members
 * of, so the template's model is looked up where the form has none.
 */
export function chooseContent(options: {
  formData: DraftModel | undefined;
  defaultModel: DraftModel | undefined;
  draft: DraftContent | undefined;
}): { content: DraftContent; restored: boolean } {
  const { formData = {}, defaultModel = {}, draft } = options;
  const isUntouched = isEmpty(formData) || isSame(formData, defaultModel);

  if (draft && isUntouched) {
    const isDefault = draft.isReadable && isSame(draft.model, defaultModel);
    return { content: draft, restored: !isDefault };
  }
  if (draft?.isReadable && isSame(draft.model, formData)) {
    return { content: draft, restored: false };
  }
  return {
    content: contentOf(isEmpty(formData) ? defaultModel : formData),
    restored: false,
  };
}

/** The content of a model that nobody has written as text. */
export function contentOf(model: DraftModel = {}): DraftContent {
  return isEmpty(model)
    ? DraftContent.EMPTY
    : DraftContent.fromModel(model, DraftContent.EMPTY);
}

function isEmpty(model: DraftModel): boolean {
  return Object.keys(model).length === 0;
}

/** Whether two models are the same, written in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
