import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { listAt } from '../../draft/readDraft';
import { perennialTranslationRef } from '../../translation';
import { useDesignerState } from './designerContext';
import styles from './StatusLine.module.css';

/** One line on the state of the model, read out when it changes. */
export function StatusLine(props: { problemCount: number }) {
  const { problemCount } = props;
  const { state, entities } = useDesignerState();
  const { t } = useTranslationRef(perennialTranslationRef);
  const sum = (list: string) =>
    entities.reduce((count, entity) => count + listAt(entity, list).length, 0);
  const verdict =
    state === 'invalid' || state === 'unreadable'
      ? t('counts.problems', { count: problemCount })
      : t(`designer.status.${state}`);

  return (
    <div className={styles.root}>
      <div
        role="status"
        aria-live="polite"
        className={styles.verdict}
        data-state={state}
      >
        {verdict}
      </div>
      {entities.length > 0 && (
        <span className={styles.counts}>
          {[
            t('counts.entities', { count: entities.length }),
            t('counts.fields', { count: sum('fields') }),
            t('counts.relations', { count: sum('relations') }),
          ].join(' · ')}
        </span>
      )}
    </div>
  );
}
