import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { OddValue } from './cells/OddValue';
import { ProblemText } from './cells/ProblemText';
import { placeKey } from './places';
import styles from './RowTable.module.css';
import { useTable } from './tableContext';

/** A column head with what it means. */
export interface Column {
  name: string;
  label: string;
  hint?: string;
}

/** A table of fields or relations with its heads and its button to add one. */
export function RowTable(props: {
  list: Pointer;
  /** The object that has the list. */
  holder: JsonObject;
  label: string;
  title: string;
  addLabel: string;
  emptyText: string;
  columns: readonly Column[];
  /** Problems of the list itself. */
  ownProblems: readonly DraftProblem[];
  /** Problems of the list and its rows, of which there are none where it is no list. */
  allProblems: readonly DraftProblem[];
  isNested?: boolean;
  children: ReactNode[];
}) {
  const { list, holder, label, title, addLabel, emptyText, columns } = props;
  const { ownProblems, allProblems, isNested, children } = props;
  const { t, edits, readOnly } = useTable();
  const value = valueAt(holder, `${list[list.length - 1]}`);
  const isOdd = value !== undefined && !Array.isArray(value);
  const Heading = isNested ? 'h6' : 'h5';

  return (
    <section
      className={styles.section}
      aria-label={label}
      data-list={placeKey(list)}
      data-place={placeKey(list)}
    >
      <Heading className={styles.title}>{title}</Heading>
      <ProblemText problems={isOdd ? allProblems : ownProblems} />
      {isOdd && <OddValue place={list} value={value} label={title} />}
      {children.length > 0 ? (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={label}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th
                    key={column.name}
                    scope="col"
                    title={column.hint}
                    data-head={column.name}
                  >
                    {column.label}
                  </th>
                ))}
                <th scope="col" data-head="details">
                  {t('table.properties.details')}
                </th>
                <th scope="col" data-head="actions">
                  <span className={styles.hidden}>
                    {t('table.rows.actionsColumn')}
                  </span>
                </th>
              </tr>
            </thead>
            {children}
          </table>
        </div>
      ) : (
        !isOdd && <p className={styles.empty}>{emptyText}</p>
      )}
      {!readOnly && !isOdd && (
        <Button
          data-add
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => edits.add(list)}
        >
          {addLabel}
        </Button>
      )}
    </section>
  );
}
