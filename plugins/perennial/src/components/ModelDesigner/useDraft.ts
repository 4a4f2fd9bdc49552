import {
  validateModel,
  type Database,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { DraftContent } from '../../draft/DraftContent';
import {
  record,
  redo as redoStep,
  undo as undoStep,
  type History,
} from '../../draft/history';
import { ProblemIndex } from '../../draft/ProblemIndex';
import type { Edit } from '../../draft/types';
import type { DesignerState } from './designerContext';
import { useSettled } from './useSettled';

/** What is being written, with its history. Functions keep their identity. */
export interface Draft {
  history: History;
  content: DraftContent;
  problems: ProblemIndex;
  /** The content that `problems` were found in: the present one, or one just before it. */
  checked: DraftContent;
  state: DesignerState['state'];
  /** Of the model or, where it cannot be read, of the text. */
  problemCount: number;
  /** The model, while nothing is wrong with it. */
  validModel: ModelDocument | undefined;
  database: Database;
  canUndo: boolean;
  canRedo: boolean;
  edit(edit: Edit): void;
  setText(step: { text: string; label: string; group?: string }): void;
  /** Puts another content in the place of this one, as one step. */
  setContent(step: { content: DraftContent; label: string }): void;
  undo(): void;
  redo(): void;
}

type Action =
  | { type: 'edit'; edit: Edit; at: number }
  | { type: 'text'; text: string; label: string; group?: string; at: number }
  | { type: 'content'; content: DraftContent; label: string; at: number }
  | { type: 'undo' }
  | { type: 'redo' };

/** Holds a content, its history and its problems. */
export function useDraft(options: {
  initial: () => History;
  database?: Database;
}): Draft {
  const { initial, database = 'postgres' } = options;
  const [history, dispatch] = useReducer(reduce, undefined, initial);
  const { content } = history.present;
  const checked = useSettled(content);
  const lastProblems = useRef(ProblemIndex.EMPTY);
  const problems = useMemo(() => {
    lastProblems.current = new ProblemIndex(
      checked.isReadable && !checked.isEmpty
        ? validateModel(checked.model, { database })
        : [],
      lastProblems.current,
    );
    return lastProblems.current;
  }, [checked, database]);

  const state = stateOf(checked, problems);

  const edit = useCallback(
    (change: Edit) =>
      dispatch({ type: 'edit', edit: change, at: performance.now() }),
    [],
  );
  const setText = useCallback<Draft['setText']>(
    step => dispatch({ type: 'text', ...step, at: performance.now() }),
    [],
  );
  const setContent = useCallback<Draft['setContent']>(
    step => dispatch({ type: 'content', ...step, at: performance.now() }),
    [],
  );
  const undo = useCallback(() => dispatch({ type: 'undo' }), []);
  const redo = useCallback(() => dispatch({ type: 'redo' }), []);

  return {
    history,
    content,
    problems,
    checked,
    state,
    problemCount: problems.all.length + checked.textProblems.length,
    validModel:
      state === 'valid'
        ? (checked.model as unknown as ModelDocument)
        : undefined,
    database,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit,
    setText,
    setContent,
    undo,
    redo,
  };
}

function stateOf(
  checked: DraftContent,
  problems: ProblemIndex,
): DesignerState['state'] {
  if (!checked.isReadable) {
    return 'unreadable';
  }
  if (checked.isEmpty) {
    return 'empty';
  }
  return problems.all.length > 0 ? 'invalid' : 'valid';
}

function reduce(history: History, action: Action): History {
  const { content } = history.present;
  switch (action.type) {
    case 'edit': {
      const { label, group, change } = action.edit;
      if (!content.isReadable) {
        return history;
      }
      const model = change(content.model);
      return model === content.model
        ? history
        : record(history, {
            content: DraftContent.fromModel(model, content),
            label,
            group,
            at: action.at,
          });
    }
    case 'text':
      return action.text === content.text
        ? history
        : record(history, {
            ...action,
            content: DraftContent.fromText(action.text, content),
          });
    case 'content':
      return record(history, action);
    case 'undo':
      return undoStep(history);
    default:
      return redoStep(history);
  }
}
