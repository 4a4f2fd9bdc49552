import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { Suspense, lazy } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { CodeViewProps } from './CodeView';
import styles from './CodeView.module.css';

function PlainText({ text, label }: CodeViewProps) {
  return (
    // A region that scrolls has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.plain} tabIndex={0} aria-label={label} role="region">
      {text}
    </pre>
  );
}

const View = lazy(() =>
  import('./CodeView').then(
    module => ({ default: module.CodeView }),
    // A deploy in between or a lost connection: the text is readable as it is.
    () => ({ default: PlainText }),
  ),
);

/** A file to read; what colours it is loaded with the first one. */
export function LazyCodeView(props: CodeViewProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <Suspense
      fallback={
        <div role="status" aria-label={t('preview.file.loading')}>
          <Skeleton width="100%" height="12rem" />
        </div>
      }
    >
      <View {...props} />
    </Suspense>
  );
}
