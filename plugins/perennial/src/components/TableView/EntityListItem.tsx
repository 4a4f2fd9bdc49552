import { memo } from 'react';
import styles from './EntityList.module.css';
import { useTable } from './tableContext';

/** An entity in the list. Gets plain values, so that an edit draws only the one that it changes. */
export const EntityListItem = memo(function MemoEntityListItem(props: {
  row: number;
  name: string;
  fieldCount: number;
  relationCount: number;
  problemCount: number;
  isChosen: boolean;
  /** The one stop of the Tab key in the list. */
  isTabStop: boolean;
  onChoose: (row: number) => void;
}) {
  const { row, name, fieldCount, relationCount, problemCount } = props;
  const { isChosen, isTabStop, onChoose } = props;
  const { t } = useTable();
  return (
    <li data-row={row} className={styles.item}>
      <button
        type="button"
        data-column="entity"
        className={styles.entity}
        aria-current={isChosen || undefined}
        tabIndex={isTabStop ? undefined : -1}
        onClick={() => onChoose(row)}
        onFocus={() => onChoose(row)}
      >
        <span className={styles.name} data-unnamed={name === '' || undefined}>
          {name === '' ? t('table.unnamed', { number: `${row + 1}` }) : name}
        </span>
        {problemCount > 0 && (
          <span className={styles.badge}>
            <span aria-hidden="true">{problemCount}</span>
            <span className={styles.hidden}>
              {t('counts.problems', { count: problemCount })}
            </span>
          </span>
        )}
        <span className={styles.counts}>
          {t('counts.fields', { count: fieldCount })}
          {relationCount > 0 &&
            ` · ${t('counts.relations', { count: relationCount })}`}
        </span>
      </button>
    </li>
  );
});
