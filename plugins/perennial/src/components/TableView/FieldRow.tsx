import { memo } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { textAt, valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { ChoiceCell } from './cells/ChoiceCell';
import { FlagCell } from './cells/FlagCell';
import { misfitsOf } from './cells/Misfits';
import { TextCell } from './cells/TextCell';
import { propertyLabel } from './describePlace';
import { FieldContent } from './FieldContent';
import {
  flagsOf,
  isFlagOf,
  shownMembers,
  type FieldPlace,
} from './fieldProperties';
import { useMemberProblems } from './problems';
import { RowFrame } from './RowFrame';
import styles from './RowTable.module.css';
import { summariseField } from './summariseField';
import { useTable } from './tableContext';
import { TYPE_CHOICES } from './typeChoices';
import { useStablePointer } from './useStablePointer';
import { NAME } from './valueFormats';

/** A field. Gets nothing that another field's edit changes, so that only its own draws it again. */
export const FieldRow = memo(function MemoFieldRow(props: {
  list: Pointer;
  row: number;
  field: JsonObject;
  owner: string;
  place: FieldPlace;
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { list, row, field, owner, place, reveal } = props;
  const { t, edits } = useTable();
  const pointer = useStablePointer([...list, row]);
  const problems = useMemberProblems(props.problems, pointer.length);
  const type = textAt(field, 'type');
  const name = textAt(field, 'name');
  const flags = flagsOf(place);
  const cellMembers = ['name', 'type', ...flags];
  const shown = shownMembers(type, place);
  const where = { number: `${row + 1}`, owner };
  const control = (member: string) => ({
    place: [...pointer, member],
    value: valueAt(field, member),
    column: member,
    label: t('table.rows.fields', {
      ...where,
      property: propertyLabel(member, t),
    }),
    problemsId: problems.idOf(member),
  });

  return (
    <RowFrame
      list={list}
      row={row}
      object={field}
      label={t('table.rows.field', where)}
      cellMembers={cellMembers}
      detailMembers={Array.from(shown).filter(
        member => !cellMembers.includes(member),
      )}
      misfits={misfitsOf(field, shown)}
      problems={problems}
      reveal={reveal}
      summary={summariseField(field)}
      cells={
        <>
          <th scope="row">
            <TextCell {...control('name')} format={NAME} />
          </th>
          <td>
            <ChoiceCell
              {...control('type')}
              choices={TYPE_CHOICES}
              onValue={next => edits.setType(pointer, `${next}`)}
            />
          </td>
          {flags.map(flag => (
            <td key={flag} className={styles.flagCell}>
              {(isFlagOf(type, flag) || valueAt(field, flag) === true) && (
                <FlagCell {...control(flag)} />
              )}
            </td>
          ))}
        </>
      }
      details={() => (
        <FieldContent
          pointer={pointer}
          field={field}
          type={type}
          owner={`${owner}.${name === '' ? row + 1 : name}`}
          problems={problems}
          reveal={reveal}
        />
      )}
    />
  );
});
