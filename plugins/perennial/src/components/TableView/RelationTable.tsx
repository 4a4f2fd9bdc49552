import { memo } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { listAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import type { Choice } from './cells/ChoiceCell';
import { isWithin } from './places';
import { useProblemIndex } from './problems';
import { RelationRow } from './RelationRow';
import { useRowKeys } from './rowKeys';
import { RowTable } from './RowTable';
import { useTable } from './tableContext';
import { useStablePointer } from './useStablePointer';

const COLUMNS = ['name', 'kind', 'target', 'required', 'onDelete'] as const;

/** The relations of an entity. */
export const RelationTable = memo(function MemoRelationTable(props: {
  parent: Pointer;
  holder: JsonObject;
  owner: string;
  targets: readonly Choice[];
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { parent, holder, owner, targets, reveal } = props;
  const { t } = useTable();
  const list = useStablePointer([...parent, 'relations']);
  const problems = useProblemIndex(props.problems);
  const relations = listAt(holder, 'relations');
  const keys = useRowKeys(relations);

  return (
    <RowTable
      list={list}
      holder={holder}
      label={t('table.sections.relations', { owner })}
      title={t('table.sections.relationsTitle')}
      addLabel={t('table.add.relation')}
      emptyText={t('table.sections.noRelations')}
      columns={COLUMNS.map(name => ({
        name,
        label: t(`table.properties.${name}`),
      }))}
      ownProblems={problems.at(list)}
      allProblems={props.problems}
    >
      {relations.map((relation, row) => {
        const pointer = [...list, row];
        return (
          <RelationRow
            key={keys[row]}
            list={list}
            row={row}
            relation={relation}
            owner={owner}
            targets={targets}
            problems={problems.within(pointer)}
            reveal={isWithin(reveal, pointer) ? reveal : undefined}
          />
        );
      })}
    </RowTable>
  );
});
