import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { forwardRef, lazy, Suspense } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { CodeEditorHandle, CodeEditorProps } from './codeEditorTypes';
import styles from './ModelEditor.module.css';
import { PlainEditor } from './PlainEditor';

const FailedEditor = forwardRef<CodeEditorHandle, CodeEditorProps>(
  (props, ref) => {
    const { t } = useTranslationRef(perennialTranslationRef);
    return (
      <div className={styles.failedEditor}>
        <Alert status="warning" icon title={t('modelEditor.loadFailed')} />
        <PlainEditor ref={ref} {...props} />
      </div>
    );
  },
);

const Editor = lazy(() =>
  import('./CodeEditor').then(
    module => ({ default: module.CodeEditor }),
    // A deploy in between or a lost connection: work goes on without colours.
    () => ({ default: FailedEditor }),
  ),
);

/** The editor, loaded when a form first shows it. */
export const LazyCodeEditor = forwardRef<CodeEditorHandle, CodeEditorProps>(
  (props, ref) => {
    const { t } = useTranslationRef(perennialTranslationRef);
    return (
      <Suspense
        fallback={
          <div role="status" aria-label={t('modelEditor.loading')}>
            <Skeleton width="100%" height="100%" className={styles.loading} />
          </div>
        }
      >
        <Editor ref={ref} {...props} />
      </Suspense>
    );
  },
);
