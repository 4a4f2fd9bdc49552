import type { JsonObject } from '@backstage/types';
import { parse, stringify } from 'yaml';

/** The field's value: a model, or nothing worth the name. */
export type FormModel = JsonObject;

/**
 * The text to open with.
 *
 * The form keeps a model, the draft keeps a text. Back from a later step both
 * are there and say the same: the text wins, with its comments and order. After
 * a reload the form is as the template made it: the draft wins. Where they
 * differ otherwise, someone else filled in the form since: the form wins.
 */
export function chooseInitialText(options: {
  formData: FormModel | undefined;
  defaultModel: FormModel | undefined;
  draft: string | undefined;
}): { text: string; restored: boolean } {
  const { formData, defaultModel, draft } = options;
  const isUntouched = isEmpty(formData) || isSame(formData, defaultModel);

  if (draft === undefined) {
    return {
      text: isEmpty(formData) ? '' : stringify(formData),
      restored: false,
    };
  }
  if (isUntouched) {
    return { text: draft, restored: true };
  }
  return isSame(parseLeniently(draft), formData)
    ? { text: draft, restored: false }
    : { text: stringify(formData), restored: false };
}

function isEmpty(model: FormModel | undefined): boolean {
  return !model || Object.keys(model).length === 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function parseLeniently(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
