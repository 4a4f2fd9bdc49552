import { DraftContent } from './DraftContent';
import { isObject } from './readDraft';
import type { DraftModel } from './types';

const PREFIX = 'perennial.model-draft';

/** A draft as the browser keeps it. */
export interface StoredDraft {
  content: DraftContent;
  /** Of this very writing; differs with each. */
  revision: string;
  savedAt: Date;
}

/** What became of an attempt to keep a draft. */
export type WriteResult = 'kept' | 'changedElsewhere' | 'failed';

/**
 * Keeps the draft of one person for one field of one template in this browser,
 * for all of its tabs. A tab that writes has to have seen what is there: what
 * another tab wrote meanwhile is never overwritten unasked. Until somebody
 * decides, this tab's own version is kept in its session, which survives a
 * reload.
 */
export class DraftStore {
  readonly #key: string;
  #seen: string | undefined;

  /** The page's path names the template. */
  constructor(place: { userRef: string; pathname: string; fieldId: string }) {
    const { userRef, pathname, fieldId } = place;
    this.#key = [PREFIX, userRef, pathname, fieldId].join(':');
  }

  /** Identifies the draft within the page. */
  get key(): string {
    return this.#key;
  }

  /** The draft of all tabs, and this tab's own where the two part. */
  open(): { shared?: StoredDraft; own?: StoredDraft } {
    const shared = read(localStorageOf(), this.#key);
    const own = read(sessionStorageOf(), this.#key);
    if (own) {
      return { shared, own };
    }
    this.#seen = shared?.revision;
    return { shared };
  }

  /** Keeps a content; an empty one is no draft. */
  write(content: DraftContent): WriteResult {
    const shared = read(localStorageOf(), this.#key);
    if (shared && shared.revision !== this.#seen) {
      write(sessionStorageOf(), this.#key, content);
      return 'changedElsewhere';
    }
    return this.overwrite(content);
  }

  /** Keeps a content whatever another tab has written. */
  overwrite(content: DraftContent): WriteResult {
    remove(sessionStorageOf(), this.#key);
    if (content.isEmpty) {
      this.discard();
      return 'kept';
    }
    const revision = write(localStorageOf(), this.#key, content);
    if (revision === undefined) {
      return 'failed';
    }
    this.#seen = revision;
    return 'kept';
  }

  /** Goes on from what another tab has written. */
  accept(shared: StoredDraft): void {
    this.#seen = shared.revision;
    remove(sessionStorageOf(), this.#key);
  }

  /** Forgets the draft. */
  discard(): void {
    remove(sessionStorageOf(), this.#key);
    remove(localStorageOf(), this.#key);
    this.#seen = undefined;
  }

  /** Calls back with what another tab writes, until the returned function is called. */
  subscribe(onChange: (shared: StoredDraft) => void): () => void {
    const listener = (event: StorageEvent) => {
      const shared =
        event.key === this.#key && event.storageArea === localStorageOf()
          ? parse(event.newValue)
          : undefined;
      if (shared) {
        onChange(shared);
      }
    };
    window.addEventListener('storage', listener);
    return () => window.removeEventListener('storage', listener);
  }
}

// A browser may refuse its storage as a whole, by throwing on the access.

function localStorageOf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function sessionStorageOf(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

function read(
  storage: Storage | undefined,
  key: string,
): StoredDraft | undefined {
  try {
    return parse(storage?.getItem(key) ?? null);
  } catch {
    return undefined;
  }
}

function parse(json: string | null): StoredDraft | undefined {
  const value = json === null ? undefined : parseJson(json);
  if (!isObject(value)) {
    return undefined;
  }
  const { text, model, revision, savedAt } = value;
  if (typeof text !== 'string' || typeof revision !== 'string') {
    return undefined;
  }
  return {
    content: DraftContent.fromStored({
      text,
      model: isObject(model) ? (model as DraftModel) : undefined,
    }),
    revision,
    savedAt: new Date(`${savedAt}`),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Gives the revision, or nothing where the browser does not keep it. */
function write(
  storage: Storage | undefined,
  key: string,
  content: DraftContent,
): string | undefined {
  const revision = Math.random().toString(36).slice(2);
  try {
    storage?.setItem(
      key,
      JSON.stringify({
        ...content.toStored(),
        revision,
        savedAt: new Date().toISOString(),
      }),
    );
    return storage && revision;
  } catch {
    // Full, or refused.
    return undefined;
  }
}

function remove(storage: Storage | undefined, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // Nothing was kept, then.
  }
}
