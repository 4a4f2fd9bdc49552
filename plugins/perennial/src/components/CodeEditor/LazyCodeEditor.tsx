import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { perennialTranslationRef } from '../../translation';
import styles from './CodeEditor.module.css';
import type { CodeEditorProps } from './codeEditorTypes';
import { PlainEditor } from './PlainEditor';

function FailedEditor(props: CodeEditorProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <div className={styles.failed}>
      <Alert status="warning" icon title={t('text.loadFailed')} />
      <PlainEditor {...props} />
    </div>
  );
}

const Editor = lazy(() =>
  import('./CodeEditor').then(
    module => ({ default: module.CodeEditor }),
    // A deploy in between or a lost connection: work goes on without colours.
    () => ({ default: FailedEditor }),
  ),
);

/** The editor, loaded when a form first shows it. */
export function LazyCodeEditor(props: CodeEditorProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <Suspense
      fallback={
        <div role="status" aria-label={t('text.loading')}>
          <Skeleton width="100%" height="100%" className={styles.loading} />
        </div>
      }
    >
      <Editor {...props} />
    </Suspense>
  );
}
