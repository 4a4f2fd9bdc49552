import { VisuallyHidden } from '@backstage/ui';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { entitiesOf } from '../../draft/readDraft';
import type { Edit, Pointer } from '../../draft/types';
import {
  DesignerActionsContext,
  DesignerStateContext,
  type DesignerActions,
  type DesignerState,
  type DesignerView,
  type RevealRequest,
} from './designerContext';
import type { Draft } from './useDraft';

/** Gives the views of a draft what they show and what they can do. */
export function DesignerProvider(props: {
  draft: Draft;
  readOnly?: boolean;
  /** Called before a place is revealed in a view that may not be on screen. */
  onView?: (view: DesignerView) => void;
  children: ReactNode;
}) {
  const { draft, readOnly = false, onView, children } = props;
  const [selected, select] = useState<number>();
  const [reveal, setReveal] = useState<RevealRequest>();
  const [announcement, announce] = useState('');
  const state = useDesignerStateOf(draft, { readOnly, selected, reveal });
  const latest = useRef({ draft, readOnly, onView });
  latest.current = { draft, readOnly, onView };

  const edit = useCallback((change: Edit) => {
    if (!latest.current.readOnly) {
      latest.current.draft.edit(change);
    }
  }, []);
  const revealPlace = useCallback(
    (pointer: Pointer, view: DesignerView = 'table') => {
      if (pointer[0] === 'entities' && typeof pointer[1] === 'number') {
        select(pointer[1]);
      }
      setReveal(last => ({ pointer, id: (last?.id ?? 0) + 1 }));
      latest.current.onView?.(view);
    },
    [],
  );
  const revealed = useCallback((request: RevealRequest) => {
    setReveal(last => (last?.id === request.id ? undefined : last));
  }, []);
  const { undo, redo } = draft;
  const actions = useMemo<DesignerActions>(
    () => ({ edit, select, revealPlace, revealed, undo, redo, announce }),
    [edit, revealPlace, revealed, undo, redo],
  );

  return (
    <DesignerActionsContext.Provider value={actions}>
      <DesignerStateContext.Provider value={state}>
        {children}
        <VisuallyHidden>
          <div role="status" aria-live="polite">
            {announcement}
          </div>
        </VisuallyHidden>
      </DesignerStateContext.Provider>
    </DesignerActionsContext.Provider>
  );
}

function useDesignerStateOf(
  draft: Draft,
  options: {
    readOnly: boolean;
    selected: number | undefined;
    reveal: RevealRequest | undefined;
  },
): DesignerState {
  const { content, checked, problems, database, canUndo, canRedo } = draft;
  const { readOnly, selected, reveal } = options;
  return useMemo(() => {
    // A text in the making is not read on each key, only after it was drawn.
    const { model } = content.isRead ? content : checked;
    const entities = entitiesOf(model);
    return {
      model,
      entities,
      state: draft.state,
      problems,
      textProblems: checked.textProblems,
      readOnly: readOnly || !checked.isReadable,
      database,
      // An entity that an undo took away is not chosen any more.
      selected:
        selected !== undefined && selected < entities.length
          ? selected
          : undefined,
      reveal,
      canUndo,
      canRedo,
    };
    // `draft` is made anew on each drawing; what it is made of is listed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [
    content,
    checked,
    problems,
    database,
    canUndo,
    canRedo,
    readOnly,
    selected,
    reveal,
  ]);
}
