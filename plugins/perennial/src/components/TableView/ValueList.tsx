import { RiAddLine, RiCloseLine } from '@remixicon/react';
import type { ClipboardEvent } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import type { JsonValue, Pointer } from '../../draft/types';
import { OddValue } from './cells/OddValue';
import { ProblemText } from './cells/ProblemText';
import { TextCell } from './cells/TextCell';
import cells from './cells/cells.module.css';
import { placeKey } from './places';
import { useMemberProblems } from './problems';
import { useTable } from './tableContext';
import { asItem, type ValueFormat } from './valueFormats';

/** A list of values, one input each: the values of an enum, the examples of a field. */
export function ValueList(props: {
  place: Pointer;
  value: JsonValue | undefined;
  format: ValueFormat;
  label: string;
  addLabel: string;
  problems: readonly DraftProblem[];
}) {
  const { place, value, format, label, addLabel } = props;
  const { t, edits, readOnly } = useTable();
  const problems = useMemberProblems(props.problems, place.length);
  if (value !== undefined && !Array.isArray(value)) {
    return (
      <>
        <OddValue place={place} value={value} label={label} />
        <ProblemText problems={props.problems} />
      </>
    );
  }
  const values = value ?? [];
  const itemFormat = asItem(format);

  const paste = (event: ClipboardEvent<HTMLElement>, row: number) => {
    const texts = event.clipboardData
      .getData('text/plain')
      .split(/[\r\n]+/)
      .map(text => text.trim())
      .filter(text => text !== '');
    if (texts.length > 1) {
      event.preventDefault();
      edits.paste([...place, row], texts);
    }
  };

  return (
    <div role="group" aria-label={label} data-place={placeKey(place)}>
      <ul data-list={placeKey(place)} className={cells.values}>
        {values.map((item, row) => (
          <li
            key={row}
            data-row={row}
            className={cells.value}
            onPaste={event => paste(event, row)}
          >
            <TextCell
              place={[...place, row]}
              value={item}
              format={itemFormat}
              column="value"
              label={t('table.values.value', {
                property: label,
                number: `${row + 1}`,
              })}
              problemsId={problems.idOf(row)}
            />
            {!readOnly && (
              <button
                type="button"
                className={cells.iconButton}
                tabIndex={-1}
                aria-label={t('table.values.remove', {
                  property: label,
                  number: `${row + 1}`,
                })}
                onClick={() =>
                  edits.remove({ list: place, row, column: 'value' })
                }
              >
                <RiCloseLine size={14} aria-hidden="true" />
              </button>
            )}
            <ProblemText id={problems.idOf(row)} problems={problems.of(row)} />
          </li>
        ))}
        {!readOnly && (
          <li>
            <button
              type="button"
              data-add
              className={cells.addValue}
              onClick={() => edits.add(place)}
            >
              <RiAddLine size={14} aria-hidden="true" />
              {addLabel}
            </button>
          </li>
        )}
      </ul>
      <ProblemText problems={problems.own} />
    </div>
  );
}
