import { useCallback, useEffect, useRef, useState } from 'react';
import { draftStore } from '../../model/draftStore';
import { readModelText } from '../../model/readModelText';
import type { Database } from '@perennial/plugin-perennial-common';
import type { ModelReading } from '../../model/types';
import { chooseInitialText, type FormModel } from './chooseInitialText';

/** Pauses in typing are rarely shorter. */
const MIN_READ_DELAY_MS = 120;

/** A model that takes long to read is read less often, so that typing stays smooth. */
const MAX_READ_DELAY_MS = 1_000;

/**
 * What the form holds while there is no model: not `undefined`, for which the
 * form would report a missing property before the field's validation speaks.
 */
const NO_MODEL: FormModel = {};

interface ModelText {
  text: string;
  /** What the text said when it was last read: at most a typing pause ago. */
  reading: ModelReading;
  /** The text is a draft from before, and nothing was changed since. */
  restored: boolean;
  setText(text: string): void;
  /** Reads now what was typed just now: the form may be about to use it. */
  flush(): void;
}

/** The text of the field: read after a pause, kept as a draft, handed on as a model. */
export function useModelText(options: {
  formData: FormModel | undefined;
  /** The model that the template starts with. */
  defaultModel: FormModel | undefined;
  draftKey: string;
  database: Database | undefined;
  onChange: (model: FormModel) => void;
}): ModelText {
  const { formData, defaultModel, draftKey, database, onChange } = options;
  const [initial] = useState(() =>
    chooseInitialText({
      formData,
      defaultModel,
      draft: draftStore.read(draftKey),
    }),
  );
  const [text, setTextState] = useState(initial.text);
  const [reading, setReading] = useState<ModelReading>(() =>
    readModelText({ text: initial.text, database }),
  );
  const [restored, setRestored] = useState(initial.restored);
  const pending = useRef<{ text: string; timer: number }>();
  const readMs = useRef(0);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;

  const read = useCallback(
    (newText: string) => {
      const began = performance.now();
      const newReading = readModelText({ text: newText, database });
      readMs.current = performance.now() - began;
      setReading(newReading);
      draftStore.write(draftKey, newText);
      latestOnChange.current(
        ('model' in newReading && newReading.model) || NO_MODEL,
      );
    },
    [database, draftKey],
  );

  const flush = useCallback(() => {
    if (pending.current) {
      const { text: newText, timer } = pending.current;
      window.clearTimeout(timer);
      pending.current = undefined;
      read(newText);
    }
  }, [read]);

  const setText = useCallback(
    (newText: string) => {
      window.clearTimeout(pending.current?.timer);
      setTextState(newText);
      setRestored(false);
      pending.current = {
        text: newText,
        timer: window.setTimeout(
          flush,
          Math.min(
            Math.max(MIN_READ_DELAY_MS, 2 * readMs.current),
            MAX_READ_DELAY_MS,
          ),
        ),
      };
    },
    [flush],
  );

  // The form starts without the model of a restored draft.
  useEffect(() => {
    if (initial.restored) {
      read(initial.text);
    }
  }, [initial, read]);

  // A change of step within the pause would otherwise lose the last keys.
  useEffect(() => flush, [flush]);

  return { text, reading, restored, setText, flush };
}
