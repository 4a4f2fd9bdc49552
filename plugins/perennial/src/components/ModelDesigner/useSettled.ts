import { startTransition, useEffect, useRef, useState } from 'react';
import type { DraftContent } from '../../draft/DraftContent';

/** Pauses in typing are rarely shorter. */
const MIN_READ_DELAY_MS = 120;

/** A text that takes long to read is read less often, so that typing stays smooth. */
const MAX_READ_DELAY_MS = 1_000;

/**
 * The content that it is time to work on, read already: an edit of the model
 * right after it was drawn, a text after a pause in typing.
 */
export function useSettled(content: DraftContent): DraftContent {
  const [settled, setSettled] = useState(content);
  const readMs = useRef(0);

  useEffect(() => {
    if (content === settled) {
      return undefined;
    }
    const delay = content.isRead
      ? 0
      : Math.min(
          Math.max(MIN_READ_DELAY_MS, 2 * readMs.current),
          MAX_READ_DELAY_MS,
        );
    const timer = window.setTimeout(() => {
      const began = performance.now();
      readModel(content);
      readMs.current = performance.now() - began;
      startTransition(() => setSettled(content));
    }, delay);
    return () => window.clearTimeout(timer);
  }, [content, settled]);

  return settled;
}

function readModel(content: DraftContent) {
  return content.model;
}
