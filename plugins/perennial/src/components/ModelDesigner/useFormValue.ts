import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { DraftContent } from '../../draft/DraftContent';
import type { DraftModel } from '../../draft/types';

/** The form draws itself anew on each value, so it gets one after a pause. */
const PAUSE_MS = 250;

/**
 * What the form holds while there is no model: not `undefined`, for which the
 * form would report a missing property before the field's validation speaks.
 */
const NO_MODEL: DraftModel = {};

/**
 * Hands the model on to the form: after a pause, and at once when the form may
 * be about to use it, as the focus leaves the field, the form is submitted or
 * the step changes.
 */
export function useFormValue(options: {
  content: DraftContent;
  /** The form knows this content already. */
  known: DraftContent | undefined;
  root: RefObject<HTMLElement>;
  onChange: (model: DraftModel) => void;
}): void {
  const { content, known, root, onChange } = options;
  const sent = useRef(known);
  const latest = useRef({ content, onChange });
  latest.current = { content, onChange };

  const flush = useCallback(() => {
    const { content: newest, onChange: send } = latest.current;
    if (sent.current !== newest) {
      sent.current = newest;
      send(newest.isReadable ? newest.model : NO_MODEL);
    }
  }, []);

  // React would draw what a timer sets a moment later, and the form hands on
  // what it has drawn: it may be submitted in that very moment.
  const flushNow = useCallback(() => flushSync(flush), [flush]);

  useEffect(() => {
    const timer = window.setTimeout(flushNow, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [content, flushNow]);

  useEffect(() => {
    const element = root.current;
    const form = element?.closest('form');
    element?.addEventListener('focusout', flush);
    form?.addEventListener('submit', flushNow, { capture: true });
    return () => {
      element?.removeEventListener('focusout', flush);
      form?.removeEventListener('submit', flushNow, { capture: true });
      flush();
    };
  }, [root, flush, flushNow]);
}
