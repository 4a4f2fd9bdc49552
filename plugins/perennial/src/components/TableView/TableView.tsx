import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo, useRef } from 'react';
import { perennialTranslationRef } from '../../translation';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';
import { handleTableKey } from './rowKeyboard';
import { TableContent } from './TableContent';
import { TableContext } from './tableContext';
import { createTableEdits } from './tableEdits';
import styles from './TableView.module.css';
import { useTableFocus } from './useTableFocus';

/** The model as a list of entities, and the chosen one with tables of its fields and relations. */
export function TableView() {
  const state = useDesignerState();
  const actions = useDesignerActions();
  const { t } = useTranslationRef(perennialTranslationRef);
  const { model, readOnly, database } = state;
  const { root, focusNext, handlers } = useTableFocus(state.reveal, actions);
  const latest = useRef(model);
  latest.current = model;
  const edits = useMemo(
    () =>
      createTableEdits({
        actions,
        model: () => latest.current,
        t,
        focusNext,
      }),
    [actions, t, focusNext],
  );
  const context = useMemo(
    () => ({ t, edits, readOnly, database }),
    [t, edits, readOnly, database],
  );

  return (
    <TableContext.Provider value={context}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={root}
        className={styles.root}
        tabIndex={-1}
        onKeyDown={event => handleTableKey(event, edits, readOnly)}
        {...handlers}
      >
        <TableContent state={state} onChoose={actions.select} />
      </div>
    </TableContext.Provider>
  );
}
