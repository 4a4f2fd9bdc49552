import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  PreviewAnswer,
  PreviewRequest,
} from '@perennial/plugin-perennial-common';

/**
 * What kept a preview from being made.
 *
 * @public
 */
export type PreviewFailureKind =
  /** Nothing was reached. */
  | 'network'
  /** The backend has no preview. */
  | 'notInstalled'
  /** No such template, or not for this person. */
  | 'notFound'
  /** The person may not see previews. */
  | 'forbidden'
  /** Too many ask, or ask again. */
  | 'busy'
  /** The request is larger than the backend reads. */
  | 'tooLarge'
  /** The request does not hold: the message says what. */
  | 'rejected'
  /** The backend failed, or took too long. */
  | 'unavailable';

/**
 * A preview that was not made.
 *
 * @public
 */
export class PreviewFailure extends Error {
  readonly kind: PreviewFailureKind;

  constructor(kind: PreviewFailureKind, message: string) {
    super(message);
    this.name = 'PreviewFailure';
    this.kind = kind;
  }
}

/**
 * Asks the backend what a template would make of a model.
 *
 * @public
 */
export interface PreviewApi {
  /** @throws PreviewFailure, or the signal's reason */
  preview(
    request: PreviewRequest,
    options: { signal: AbortSignal },
  ): Promise<PreviewAnswer>;
}

/**
 * The preview of services.
 *
 * @public
 */
export const previewApiRef = createApiRef<PreviewApi>({
  id: 'plugin.perennial.preview',
});
