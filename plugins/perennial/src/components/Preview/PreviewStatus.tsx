import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import { type Change, type ComparedFile, countChanges } from './compareFiles';
import styles from './Preview.module.css';
import type { Preview } from './usePreview';

const CHANGES: Change[] = ['added', 'changed', 'removed'];

/** What there is to see, whether it is up to date, and why it may not be. */
export function PreviewStatus(props: {
  preview: Preview;
  files: readonly ComparedFile[];
  hasTemplate: boolean;
}) {
  const { preview, files, hasTemplate } = props;
  const { answer, failure, isRunning, isOutdated } = preview;
  const { t } = useTranslationRef(perennialTranslationRef);
  const counts = countChanges(files);
  const count = files.length - counts.removed;
  const isWaiting = !preview.request;
  const words = [
    answer && t('preview.status.files', { count }),
    ...CHANGES.map(
      change =>
        counts[change] > 0 &&
        t(`preview.status.${change}`, { count: counts[change] }),
    ),
    isRunning && t('preview.status.running'),
    isOutdated && !isRunning && t('preview.status.outdated'),
  ];

  return (
    <div className={styles.status}>
      <Text as="p" role="status" color="secondary">
        {words.filter(Boolean).join(' ')}
      </Text>
      {isWaiting && (
        <Alert
          status="info"
          icon
          title={t(
            hasTemplate ? 'preview.noModel.title' : 'preview.noTemplate.title',
          )}
          description={t(
            hasTemplate ? 'preview.noModel.body' : 'preview.noTemplate.body',
          )}
        />
      )}
      {failure && !isWaiting && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t(`preview.failure.${failure.kind}.title`)}
          description={
            failure.kind === 'rejected'
              ? failure.message
              : t(`preview.failure.${failure.kind}.body`)
          }
          customActions={
            <Button size="small" variant="secondary" onPress={preview.retry}>
              {t('preview.failure.retry')}
            </Button>
          }
        />
      )}
    </div>
  );
}
