import { Alert } from '@backstage/ui';
import type {
  DesignerActions,
  DesignerState,
} from '../ModelDesigner/designerContext';
import { EmptyTable } from './EmptyTable';
import { EntityList } from './EntityList';
import { EntityPanel } from './EntityPanel';
import { ModelProblems } from './ModelProblems';
import { useRowKeys } from './rowKeys';
import { Shortcuts } from './Shortcuts';
import { useTable } from './tableContext';
import styles from './TableView.module.css';
import { useTargets } from './useTargets';

/** What the table shows of a state of the designer. */
export function TableContent(props: {
  state: DesignerState;
  onChoose: DesignerActions['select'];
}) {
  const { state, onChoose } = props;
  const { entities, problems, reveal } = state;
  const { t, readOnly } = useTable();
  const keys = useRowKeys(entities);
  const targets = useTargets(entities);
  const chosen = state.selected ?? 0;

  return (
    <>
      {state.state === 'unreadable' && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('table.unreadable.title')}
          description={
            <>
              {state.textProblems.slice(0, 1).map(({ line, message, mend }) => (
                <p key={line} className={styles.notice}>
                  {t('table.unreadable.place', {
                    line: `${line}`,
                    message,
                    mend,
                  })}
                </p>
              ))}
              <p className={styles.notice}>
                {t('table.unreadable.description')}
              </p>
            </>
          }
        />
      )}
      <ModelProblems model={state.model} problems={problems} />
      {entities.length === 0 ? (
        <EmptyTable />
      ) : (
        <div className={styles.columns}>
          <EntityList
            entities={entities}
            keys={keys}
            chosen={chosen}
            problems={problems}
            onChoose={onChoose}
          />
          <div className={styles.main}>
            <EntityPanel
              key={keys[chosen]}
              index={chosen}
              entity={entities[chosen]}
              targets={targets}
              problems={problems.within(['entities', chosen])}
              reveal={reveal?.pointer}
            />
            {!readOnly && <Shortcuts />}
          </div>
        </div>
      )}
    </>
  );
}
