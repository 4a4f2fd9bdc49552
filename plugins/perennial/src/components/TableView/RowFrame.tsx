import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState, type ReactNode } from 'react';
import type { JsonObject, Pointer } from '../../draft/types';
import { Misfits } from './cells/Misfits';
import { ProblemText } from './cells/ProblemText';
import { propertyLabel } from './describePlace';
import { isWithin, placeKey } from './places';
import type { MemberProblems } from './problems';
import { RowActions } from './RowActions';
import styles from './RowTable.module.css';
import { useTable } from './tableContext';

/**
 * A row of fields or relations: its cells, what is wrong with them below, and
 * what opens below that. It opens by itself where something inside is wrong or
 * asked for, so that nobody has to look for it.
 */
export function RowFrame(props: {
  list: Pointer;
  row: number;
  object: JsonObject;
  /** What the row is, for the names of its buttons: `field 3 of Product`. */
  label: string;
  /** Members that have a cell, in their order. */
  cellMembers: readonly string[];
  /** Members that the details show. */
  detailMembers: readonly string[];
  misfits: readonly string[];
  problems: MemberProblems;
  reveal: Pointer | undefined;
  /** What the details hold, in a few signs. */
  summary: string;
  cells: ReactNode;
  details: () => ReactNode;
}) {
  const { list, row, object, label, cellMembers, detailMembers } = props;
  const { misfits, problems, reveal, summary } = props;
  const { t } = useTable();
  const id = useId();
  const pointer = [...list, row];
  const hasWrongDetails = problems.has(detailMembers);
  const isAskedFor =
    isWithin(reveal, pointer) &&
    detailMembers.includes(`${reveal?.[pointer.length]}`);

  const [isOpen, setOpen] = useState(false);
  const [wasWrong, setWasWrong] = useState(false);
  const [opened, setOpened] = useState<Pointer>();
  if (hasWrongDetails !== wasWrong) {
    setWasWrong(hasWrongDetails);
    setOpen(isOpen || hasWrongDetails);
  }
  if (isAskedFor && opened !== reveal) {
    setOpened(reveal);
    setOpen(true);
  }

  const wrongCells = cellMembers.filter(name => problems.idOf(name));
  const hasLines = problems.own.length + wrongCells.length + misfits.length > 0;
  const isWrong =
    hasWrongDetails ||
    problems.own.length + wrongCells.length > 0 ||
    problems.has(misfits);
  const columns = cellMembers.length + 2;
  const Chevron = isOpen ? RiArrowDownSLine : RiArrowRightSLine;

  return (
    <tbody
      className={styles.row}
      data-row={row}
      data-place={placeKey(pointer)}
      data-wrong={isWrong || undefined}
    >
      <tr>
        {props.cells}
        <td>
          <button
            type="button"
            data-column="details"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={[
              t('table.rows.detailsOf', { place: label }),
              hasWrongDetails && t('table.rows.wrong'),
              summary,
            ]
              .filter(Boolean)
              .join(', ')}
            data-wrong={hasWrongDetails || undefined}
            title={summary}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={16} aria-hidden="true" />
            <span className={styles.summary}>{summary}</span>
          </button>
        </td>
        <td className={styles.actionsCell}>
          <RowActions list={list} row={row} place={label} />
        </td>
      </tr>
      {hasLines && (
        <tr>
          <td colSpan={columns} className={styles.lines}>
            <ProblemText problems={problems.own} />
            {wrongCells.map(name => (
              <ProblemText
                key={name}
                id={problems.idOf(name)}
                label={propertyLabel(name, t)}
                problems={problems.of(name)}
              />
            ))}
            <Misfits
              pointer={pointer}
              object={object}
              names={misfits}
              problems={problems}
            />
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={columns} className={styles.details}>
            <div
              id={id}
              role="group"
              aria-label={t('table.rows.detailsOf', { place: label })}
            >
              {props.details()}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
