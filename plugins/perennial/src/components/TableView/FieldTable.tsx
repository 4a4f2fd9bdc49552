import { memo } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { listAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { FieldRow } from './FieldRow';
import { flagsOf, type FieldPlace } from './fieldProperties';
import { isWithin } from './places';
import { useProblemIndex } from './problems';
import { useRowKeys } from './rowKeys';
import { RowTable } from './RowTable';
import { useTable } from './tableContext';
import { useStablePointer } from './useStablePointer';

/** The fields of an entity or of an object. */
export const FieldTable = memo(function MemoFieldTable(props: {
  /** Pointer of what has the fields. */
  parent: Pointer;
  holder: JsonObject;
  owner: string;
  place: FieldPlace;
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { parent, holder, owner, place, reveal } = props;
  const { t } = useTable();
  const list = useStablePointer([...parent, 'fields']);
  const problems = useProblemIndex(props.problems);
  const fields = listAt(holder, 'fields');
  const keys = useRowKeys(fields);

  return (
    <RowTable
      list={list}
      holder={holder}
      label={t('table.sections.fields', { owner })}
      title={t('table.sections.fieldsTitle')}
      addLabel={t('table.add.field')}
      emptyText={t('table.sections.noFields')}
      columns={[
        { name: 'name', label: t('table.properties.name') },
        { name: 'type', label: t('table.properties.type') },
        ...flagsOf(place).map(flag => ({
          name: flag,
          label: t(`table.properties.${flag}`),
          hint: t(`table.hints.${flag}`),
        })),
      ]}
      ownProblems={problems.at(list)}
      allProblems={props.problems}
      isNested={place === 'object'}
    >
      {fields.map((field, row) => {
        const pointer = [...list, row];
        return (
          <FieldRow
            key={keys[row]}
            list={list}
            row={row}
            field={field}
            owner={owner}
            place={place}
            problems={problems.within(pointer)}
            reveal={isWithin(reveal, pointer) ? reveal : undefined}
          />
        );
      })}
    </RowTable>
  );
});
