import { memo, useId } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { textAt, valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { ChoiceCell, type Choice } from './cells/ChoiceCell';
import { FlagCell } from './cells/FlagCell';
import { misfitsOf } from './cells/Misfits';
import { PropertyBox } from './cells/PropertyBox';
import { TextCell } from './cells/TextCell';
import cells from './cells/cells.module.css';
import { propertyLabel } from './describePlace';
import { useMemberProblems } from './problems';
import { RowFrame } from './RowFrame';
import styles from './RowTable.module.css';
import { useTable } from './tableContext';
import { useStablePointer } from './useStablePointer';
import { LONG_TEXT, NAME, TEXT } from './valueFormats';

const CELLS = ['name', 'kind', 'target', 'required', 'onDelete'] as const;
const DETAILS = ['inverse', 'description', 'key'] as const;
const SHOWN: ReadonlySet<string> = new Set([...CELLS, ...DETAILS]);

const KIND_CHOICES: Choice[] = ['manyToOne', 'oneToOne', 'manyToMany'].map(
  kind => ({ value: kind, label: kind }),
);

/** A relation. Gets nothing that another relation's edit changes. */
export const RelationRow = memo(function MemoRelationRow(props: {
  list: Pointer;
  row: number;
  relation: JsonObject;
  owner: string;
  /** The entities that there are. */
  targets: readonly Choice[];
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { list, row, relation, owner, targets, reveal } = props;
  const { t, edits } = useTable();
  const id = useId();
  const pointer = useStablePointer([...list, row]);
  const problems = useMemberProblems(props.problems, pointer.length);
  const isLink = textAt(relation, 'kind') === 'manyToMany';
  const where = { number: `${row + 1}`, owner };
  const value = (member: string) => valueAt(relation, member);
  const control = (member: string) => ({
    place: [...pointer, member],
    value: value(member),
    problemsId: problems.idOf(member),
  });
  const cell = (member: string) => ({
    ...control(member),
    column: member,
    label: t('table.rows.relations', {
      ...where,
      property: propertyLabel(member, t),
    }),
  });
  const details = DETAILS.filter(
    member => member !== 'key' || value('key') !== undefined,
  );

  return (
    <RowFrame
      list={list}
      row={row}
      object={relation}
      label={t('table.rows.relation', where)}
      cellMembers={CELLS}
      detailMembers={DETAILS}
      misfits={misfitsOf(relation, SHOWN)}
      problems={problems}
      reveal={reveal}
      summary={
        textAt(relation, 'inverse') && `↔ ${textAt(relation, 'inverse')}`
      }
      cells={
        <>
          <th scope="row">
            <TextCell {...cell('name')} format={NAME} />
          </th>
          <td>
            <ChoiceCell {...cell('kind')} choices={KIND_CHOICES} />
          </td>
          <td>
            <ChoiceCell
              {...cell('target')}
              choices={targets}
              onValue={next => edits.setTarget(pointer, `${next}`)}
            />
          </td>
          <td className={styles.flagCell}>
            {(!isLink || value('required') !== undefined) && (
              <FlagCell {...cell('required')} />
            )}
          </td>
          <td>
            {(!isLink || value('onDelete') !== undefined) && (
              <ChoiceCell
                {...cell('onDelete')}
                choices={[
                  { label: t('table.defaultChoice', { value: 'restrict' }) },
                  { value: 'restrict', label: 'restrict' },
                  { value: 'cascade', label: 'cascade' },
                  { value: 'setNull', label: 'setNull' },
                ]}
              />
            )}
          </td>
        </>
      }
      details={() => (
        <div className={cells.properties}>
          {details.map(member => (
            <PropertyBox
              key={member}
              label={t(`table.properties.${member}`)}
              hint={
                member === 'description'
                  ? undefined
                  : t(`table.hints.${member}`)
              }
              hintId={`${id}-${member}-hint`}
              controlId={`${id}-${member}`}
              layout={member === 'description' ? 'wide' : undefined}
              problemsId={problems.idOf(member)}
              problems={problems.of(member)}
            >
              <TextCell
                {...control(member)}
                id={`${id}-${member}`}
                hintId={
                  member === 'description' ? undefined : `${id}-${member}-hint`
                }
                format={member === 'description' ? LONG_TEXT : TEXT}
              />
            </PropertyBox>
          ))}
        </div>
      )}
    />
  );
});
