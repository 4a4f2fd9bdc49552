const KEY_PREFIX = 'perennial.model-draft';

/**
 * Keeps the text of a model while its form is open, in this tab only: the form
 * itself keeps the model, not the text, and knows nothing of a text that cannot
 * be read as YAML yet. A browser that refuses storage costs the draft, never
 * the form.
 */
export const draftStore = {
  /** One draft for each field of each template: the page's path names the template. */
  key(options: { pathname: string; fieldId: string }): string {
    return `${KEY_PREFIX}:${options.pathname}:${options.fieldId}`;
  },

  read(key: string): string | undefined {
    try {
      return window.sessionStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },

  /** An empty text is no draft. */
  write(key: string, text: string): void {
    try {
      if (text.trim() === '') {
        window.sessionStorage.removeItem(key);
      } else {
        window.sessionStorage.setItem(key, text);
      }
    } catch {
      // Storage is full or refused: the form goes on without a draft.
    }
  },
};
