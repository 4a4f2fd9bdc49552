import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PreviewFile,
  PreviewRequest,
} from '@perennial/plugin-perennial-common';
import { useEffect, useState } from 'react';
import { previewApiRef } from '../../api';

/** The text of a file: here, on its way, or not to be had. */
export type FileText =
  | { state: 'ready'; text: string }
  | { state: 'loading' | 'binary' | 'missing' };

/**
 * The text of a file; one that did not fit into the preview is fetched when it is
 * asked for. It may have changed by then: it is missing until the next preview.
 */
export function useFileText(
  file: PreviewFile | undefined,
  request: PreviewRequest | undefined,
): FileText {
  const api = useApi(previewApiRef);
  const [fetched, setFetched] = useState<{ blobId: string; text?: string }>();
  const wanted = file?.omitted === 'tooLarge' ? file : undefined;
  const { path, blobId } = wanted ?? {};

  useEffect(() => {
    if (!path || !blobId || !request) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const paths = [path];
    api.preview({ ...request, paths }, { signal }).then(
      answer => {
        const found = answer.files.find(it => it.path === path);
        const text = found?.blobId === blobId ? found.text : undefined;
        setFetched({ blobId, text });
      },
      () => signal.aborted || setFetched({ blobId }),
    );
    return () => controller.abort();
  }, [api, path, blobId, request]);

  if (!file || file.omitted === 'binary') {
    return { state: 'binary' };
  }
  if (file.text !== undefined) {
    return { state: 'ready', text: file.text };
  }
  if (fetched?.blobId !== file.blobId) {
    return { state: wanted && request ? 'loading' : 'missing' };
  }
  return fetched.text === undefined
    ? { state: 'missing' }
    : { state: 'ready', text: fetched.text };
}
