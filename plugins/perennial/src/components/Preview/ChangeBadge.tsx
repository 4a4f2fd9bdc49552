import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { perennialTranslationRef } from '../../translation';
import styles from './ChangeBadge.module.css';
import type { Change } from './compareFiles';

/** Says, in a word and a colour, what the last edit did to a file. */
export function ChangeBadge(props: { change: Change }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <span className={styles.badge} data-change={props.change}>
      {t(`preview.change.${props.change}`)}
    </span>
  );
}
