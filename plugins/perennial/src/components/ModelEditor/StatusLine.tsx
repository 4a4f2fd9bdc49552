import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ModelReading } from '../../model/types';
import { perennialTranslationRef } from '../../translation';
import styles from './ModelEditor.module.css';

/** One line on the state of the text, read out when it changes. */
export function StatusLine(props: { reading: ModelReading }) {
  const { reading } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const message =
    reading.state === 'invalid'
      ? t('modelEditor.status.problems', { count: reading.problems.length })
      : t(`modelEditor.status.${reading.state}`);

  return (
    <div
      role="status"
      aria-live="polite"
      className={styles.status}
      data-state={reading.state}
    >
      {message}
    </div>
  );
}
