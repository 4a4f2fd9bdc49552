import type { PreviewAnswer } from '@perennial/plugin-perennial-common';
import { PreviewFailure } from '../../api';

/** What is known of a preview. */
export interface PreviewState {
  isRunning: boolean;
  /** The last one that was made. */
  answer?: PreviewAnswer;
  /** What `answer` was made of. */
  answered?: string;
  /** The one before the last edit that changed something. */
  before?: PreviewAnswer;
  /** Why the last try failed. */
  failure?: PreviewFailure;
}

export type PreviewEvent =
  | { type: 'started' }
  | { type: 'ended' }
  | { type: 'answered'; answer: PreviewAnswer; key: string }
  | { type: 'failed'; error: unknown };

export const NO_PREVIEW: PreviewState = { isRunning: false };

/** The last good preview stays, whatever happens to the next. */
export function reducePreview(
  state: PreviewState,
  event: PreviewEvent,
): PreviewState {
  switch (event.type) {
    case 'started':
      return { ...state, isRunning: true, failure: undefined };
    case 'ended':
      return { ...state, isRunning: false };
    case 'failed':
      return { ...state, isRunning: false, failure: failureOf(event.error) };
    default: {
      const { answer, key } = event;
      const isSame = state.answer?.digest === answer.digest;
      return {
        isRunning: false,
        answer,
        answered: key,
        // What came out the same leaves the marks of the edit before it.
        before: isSame ? state.before : state.answer,
      };
    }
  }
}

function failureOf(error: unknown): PreviewFailure {
  return error instanceof PreviewFailure
    ? error
    : new PreviewFailure('unavailable', `${error}`);
}
