import { memo, useDeferredValue } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { textAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import type { Choice } from './cells/ChoiceCell';
import { Misfits, misfitsOf } from './cells/Misfits';
import { ProblemText } from './cells/ProblemText';
import { ENTITY_MEMBERS, EntityProperties } from './EntityProperties';
import { FieldTable } from './FieldTable';
import { useMemberProblems } from './problems';
import { RelationTable } from './RelationTable';
import { RowActions } from './RowActions';
import styles from './TableView.module.css';
import { useTable } from './tableContext';
import { useStablePointer } from './useStablePointer';

const ENTITIES: Pointer = ['entities'];

/** An entity with its fields and relations. */
export const EntityPanel = memo(function MemoEntityPanel(props: {
  index: number;
  entity: JsonObject;
  targets: readonly Choice[];
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { index, entity, targets, reveal } = props;
  const { t } = useTable();
  const pointer = useStablePointer(['entities', index]);
  const problems = useMemberProblems(props.problems, pointer.length);
  const name =
    textAt(entity, 'name') || t('table.unnamed', { number: `${index + 1}` });
  // The names of all inputs hold it, and none of them is in a hurry.
  const owner = useDeferredValue(name);

  return (
    <section
      className={styles.panel}
      aria-label={t('table.sections.entity', { name: owner })}
    >
      <header className={styles.header}>
        <h4>{name}</h4>
        <RowActions list={ENTITIES} row={index} place={owner} withoutAdd />
      </header>
      <EntityProperties
        index={index}
        pointer={pointer}
        entity={entity}
        problems={problems}
      />
      <ProblemText problems={problems.own} />
      <Misfits
        pointer={pointer}
        object={entity}
        names={misfitsOf(entity, ENTITY_MEMBERS)}
        problems={problems}
      />
      <FieldTable
        parent={pointer}
        holder={entity}
        owner={owner}
        place="entity"
        problems={problems.of('fields')}
        reveal={reveal}
      />
      <RelationTable
        parent={pointer}
        holder={entity}
        owner={owner}
        targets={targets}
        problems={problems.of('relations')}
        reveal={reveal}
      />
    </section>
  );
});
