import type { History } from '../../draft/history';

/** Drafts whose steps can still be undone after the form was left. */
const LIMIT = 5;

const histories = new Map<string, History>();

/**
 * Keeps the steps of a draft while the page lives, so that a step forward in
 * the form and back again loses no undo.
 */
export const historyCache = {
  read(key: string): History | undefined {
    return histories.get(key);
  },

  write(key: string, history: History): void {
    histories.delete(key);
    histories.set(key, history);
    const [oldest] = histories.keys();
    if (histories.size > LIMIT) {
      histories.delete(oldest);
    }
  },
};
