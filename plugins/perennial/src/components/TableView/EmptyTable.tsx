import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { placeKey } from './places';
import { useTable } from './tableContext';
import styles from './TableView.module.css';

/** A model without entities: what one is, and the first step. */
export function EmptyTable() {
  const { t, edits, readOnly } = useTable();
  const list = ['entities'];
  return (
    <div
      className={styles.emptyModel}
      data-list={placeKey(list)}
      data-place={placeKey(list)}
    >
      {readOnly ? (
        <p>{t('table.empty.readOnly')}</p>
      ) : (
        <>
          <h4>{t('table.empty.title')}</h4>
          <p>{t('table.empty.description')}</p>
          <Button
            data-add
            variant="primary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => edits.add(list)}
          >
            {t('table.add.firstEntity')}
          </Button>
        </>
      )}
    </div>
  );
}
