import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  ModelDocument,
  PreviewRequest,
} from '@perennial/plugin-perennial-common';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { previewApiRef } from '../../api';
import { NO_PREVIEW, type PreviewState, reducePreview } from './previewState';

/** Calls back after a time, and gives a function that calls it off. */
export type Schedule = (
  callback: () => void,
  milliseconds: number,
) => () => void;

/** How long nothing may change before the next preview is asked for. */
export const SETTLED_AFTER_MS = 700;

/** What is previewed. */
export interface PreviewOptions {
  /** Undefined while the model has problems, or is empty. */
  model: ModelDocument | undefined;
  templateRef: string | undefined;
  parameters: JsonObject;
  schedule?: Schedule;
}

export interface Preview extends PreviewState {
  /** What the newest inputs ask for; undefined where they ask for nothing. */
  request: PreviewRequest | undefined;
  /** The preview is not one of these inputs. */
  isOutdated: boolean;
  retry(): void;
}

/**
 * Previews of a model while it is edited: a little after the last change, and one
 * at a time; an older one is called off.
 */
export function usePreview(options: PreviewOptions): Preview {
  const { model, templateRef, parameters, schedule = byClock } = options;
  const api = useApi(previewApiRef);
  const key = useMemo(
    () =>
      model &&
      templateRef &&
      JSON.stringify({ templateRef, parameters, model }),
    [model, templateRef, parameters],
  );
  const request = useMemo(
    () => (key ? (JSON.parse(key) as PreviewRequest) : undefined),
    [key],
  );
  const [state, dispatch] = useReducer(reducePreview, NO_PREVIEW);
  const [attempt, setAttempt] = useState(0);
  // Opening the panel and trying again are meant, so they are not waited for.
  const isMeant = useRef(true);

  useEffect(() => {
    if (!key || !request) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const run = async () => {
      dispatch({ type: 'started' });
      try {
        const answer = await api.preview(request, { signal });
        if (!signal.aborted) {
          dispatch({ type: 'answered', answer, key });
        }
      } catch (error) {
        if (!signal.aborted) {
          dispatch({ type: 'failed', error });
        }
      }
    };
    const cancel = schedule(run, isMeant.current ? 0 : SETTLED_AFTER_MS);
    isMeant.current = false;
    return () => {
      cancel();
      controller.abort();
      dispatch({ type: 'ended' });
    };
  }, [api, key, request, attempt, schedule]);

  return {
    ...state,
    request,
    isOutdated: state.answer !== undefined && state.answered !== key,
    retry: () => {
      isMeant.current = true;
      setAttempt(count => count + 1);
    },
  };
}

function byClock(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
