import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftContent } from '../../draft/DraftContent';
import type { DraftStore, StoredDraft } from '../../draft/DraftStore';
import type { Draft } from './useDraft';

const PAUSE_MS = 400;

/** How the draft is kept, and what can be done about it. */
export interface DraftKeeping {
  /** What another tab has made of the draft meanwhile. */
  theirs: StoredDraft | undefined;
  /** The browser does not keep it. */
  hasFailed: boolean;
  /** Goes on with the other tab's version; an undo leads back to this one. */
  takeTheirs(): void;
  /** Goes on with this tab's version. */
  keepMine(): void;
}

/** Keeps what is being written in the browser, and watches the other tabs. */
export function useStoredDraft(options: {
  draft: Draft;
  store: DraftStore;
  /** What another tab had written when this one opened its own version. */
  parted: StoredDraft | undefined;
  /** What the undo of another tab's version is called. */
  label: string;
}): DraftKeeping {
  const { draft, store, parted, label } = options;
  const { content, setContent } = draft;
  const [theirs, setTheirs] = useState(parted);
  const [hasFailed, setHasFailed] = useState(false);
  const written = useRef(content);
  const latest = useRef(content);
  latest.current = content;

  const write = useCallback(() => {
    if (written.current === latest.current) {
      return;
    }
    written.current = latest.current;
    const result = store.write(latest.current);
    setHasFailed(result === 'failed');
    if (result === 'changedElsewhere') {
      setTheirs(store.open().shared);
    }
  }, [store]);

  useEffect(() => {
    const timer = window.setTimeout(write, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [content, write]);

  useEffect(() => {
    // A reload or a closed tab within the pause would lose the last keys.
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  useEffect(
    () =>
      store.subscribe(shared => {
        if (isSame(shared.content, latest.current)) {
          store.accept(shared);
          setTheirs(undefined);
        } else {
          setTheirs(shared);
        }
      }),
    [store],
  );

  return {
    theirs,
    hasFailed,
    takeTheirs() {
      if (theirs) {
        store.accept(theirs);
        written.current = theirs.content;
        setContent({ content: theirs.content, label });
        setTheirs(undefined);
      }
    },
    keepMine() {
      setHasFailed(store.overwrite(content) === 'failed');
      setTheirs(undefined);
    },
  };
}

function isSame(one: DraftContent, other: DraftContent): boolean {
  return JSON.stringify(one.toStored()) === JSON.stringify(other.toStored());
}
