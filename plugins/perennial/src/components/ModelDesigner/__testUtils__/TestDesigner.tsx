import type { Database } from '@perennial/plugin-perennial-common';
import type { ReactNode } from 'react';
import { DraftContent } from '../../../draft/DraftContent';
import { startHistory } from '../../../draft/history';
import type { DraftModel } from '../../../draft/types';
import { DesignerProvider } from '../DesignerProvider';
import { useDraft, type Draft } from '../useDraft';

/**
 * A designer without a form around it, for the tests and the benchmark of its views.
 * `onDraft` is told every state.
 */
export function TestDesigner(props: {
  model?: DraftModel;
  text?: string;
  database?: Database;
  readOnly?: boolean;
  onDraft?: (draft: Draft) => void;
  children: ReactNode;
}) {
  const { model, text = '', database, readOnly, onDraft, children } = props;
  const draft = useDraft({
    initial: () => startHistory(DraftContent.fromStored({ text, model })),
    database,
  });
  onDraft?.(draft);
  return (
    <DesignerProvider draft={draft} readOnly={readOnly}>
      {children}
    </DesignerProvider>
  );
}
