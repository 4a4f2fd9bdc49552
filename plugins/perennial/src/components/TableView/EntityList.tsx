import { Button, SearchField } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import type { ProblemIndex } from '../../draft/ProblemIndex';
import { listAt, textAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import styles from './EntityList.module.css';
import { EntityListItem } from './EntityListItem';
import { placeKey } from './places';
import { useTable } from './tableContext';

const LIST: Pointer = ['entities'];

/** Fewer entities are seen at a glance. */
const FILTER_FROM = 10;

/** The entities of the model, to choose one, and what can be done to the chosen one. */
export function EntityList(props: {
  entities: readonly JsonObject[];
  keys: readonly number[];
  chosen: number;
  problems: ProblemIndex;
  onChoose: (row: number) => void;
}) {
  const { entities, keys, chosen, problems, onChoose } = props;
  const { t, edits, readOnly } = useTable();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const rows = entities
    .map((entity, row) => ({ row, name: textAt(entity, 'name') }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
  const tabStop = rows.some(({ row }) => row === chosen)
    ? chosen
    : rows[0]?.row;

  return (
    <nav
      className={styles.list}
      aria-label={t('table.list.label')}
      data-list={placeKey(LIST)}
      data-place={placeKey(LIST)}
    >
      {entities.length >= FILTER_FROM && (
        <SearchField
          size="small"
          aria-label={t('table.list.filter')}
          placeholder={t('table.list.filter')}
          value={filter}
          onChange={setFilter}
          onSubmit={() => rows[0] && onChoose(rows[0].row)}
        />
      )}
      <ul className={styles.items}>
        {rows.map(({ row, name }) => (
          <EntityListItem
            key={keys[row]}
            row={row}
            name={name}
            fieldCount={listAt(entities[row], 'fields').length}
            relationCount={listAt(entities[row], 'relations').length}
            problemCount={problems.within(['entities', row]).length}
            isChosen={row === chosen}
            isTabStop={row === tabStop}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {rows.length === 0 && (
        <p className={styles.noMatch}>
          {t('table.list.noMatch', { text: filter })}
        </p>
      )}
      {!readOnly && (
        <Button
          data-add
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => edits.add(LIST)}
        >
          {t('table.add.entity')}
        </Button>
      )}
    </nav>
  );
}
