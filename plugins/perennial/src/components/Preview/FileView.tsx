import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PreviewRequest } from '@perennial/plugin-perennial-common';
import { perennialTranslationRef } from '../../translation';
import { ChangeBadge } from './ChangeBadge';
import type { ComparedFile } from './compareFiles';
import { LazyCodeView } from './LazyCodeView';
import styles from './Preview.module.css';
import { useFileText } from './useFileText';

/** The file that was opened, with what the last edit changed in it. */
export function FileView(props: {
  file: ComparedFile | undefined;
  /** To ask for a text that did not fit into the preview. */
  request: PreviewRequest | undefined;
}) {
  const { file, request } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const content = useFileText(file, request);

  if (!file) {
    return (
      <Text as="p" color="secondary" className={styles.hint}>
        {t('preview.file.choose')}
      </Text>
    );
  }
  return (
    <section className={styles.file} aria-label={file.path}>
      <header className={styles.fileHeader}>
        <code>{file.path}</code>
        <Text variant="body-small" color="secondary">
          {t('preview.file.bytes', { count: file.size })}
          {file.mode === '100755' && ` · ${t('preview.file.executable')}`}
        </Text>
        {file.change && <ChangeBadge change={file.change} />}
      </header>
      <div className={styles.fileContent}>
        {content.state === 'ready' ? (
          <LazyCodeView
            path={file.path}
            text={content.text}
            before={file.before?.text}
            label={t('preview.file.label', { path: file.path })}
          />
        ) : (
          <Text as="p" role="status" className={styles.hint}>
            {t(`preview.file.${content.state}`)}
          </Text>
        )}
      </div>
    </section>
  );
}
