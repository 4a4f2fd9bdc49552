import type { Database } from '@perennial/plugin-perennial-common';
import { createContext, useContext } from 'react';
import type { TextProblem } from '../../draft/readText';
import type { DraftModel, Edit, JsonObject, Pointer } from '../../draft/types';
import type { ProblemIndex } from '../../draft/ProblemIndex';

/** The views of one model. */
export type DesignerView = 'table' | 'diagram' | 'text';

/** A place that a view is asked to show and to put the focus on, once. */
export interface RevealRequest {
  pointer: Pointer;
  /** Differs with each request, so that the same place can be asked for again. */
  id: number;
}

/** What a view needs to know. */
export interface DesignerState {
  /** The last model that could be read. */
  model: DraftModel;
  /** Its entities, in their places; one that is no mapping reads as an empty one. */
  entities: readonly JsonObject[];
  /**
   * `unreadable`: the text is not YAML at the moment, so the model is the last
   * one that could be read, and only the text can be edited.
   */
  state: 'empty' | 'unreadable' | 'invalid' | 'valid';
  problems: ProblemIndex;
  /** Why the text cannot be read, with the line. */
  textProblems: readonly TextProblem[];
  /** The model must not be edited here and now: by the form, or as the text is unreadable. */
  readOnly: boolean;
  database: Database;
  /** Index of the entity that all views regard as chosen. */
  selected: number | undefined;
  reveal: RevealRequest | undefined;
  canUndo: boolean;
  canRedo: boolean;
}

/** What a view can do. Every function keeps its identity. */
export interface DesignerActions {
  /** Changes the model. Nothing happens while it is read-only. */
  edit(edit: Edit): void;
  select(entity: number | undefined): void;
  /** Shows a place in the table, or in the given view, and focuses it. */
  revealPlace(pointer: Pointer, view?: DesignerView): void;
  /** A view has shown the place that it was asked for. */
  revealed(request: RevealRequest): void;
  undo(): void;
  redo(): void;
  /** Says something to screen readers, politely. */
  announce(message: string): void;
}

/** State of the designer around a view. */
export const DesignerStateContext = createContext<DesignerState | undefined>(
  undefined,
);

/** Actions of the designer around a view. */
export const DesignerActionsContext = createContext<
  DesignerActions | undefined
>(undefined);

/** The designer's state; the component is drawn again with every change of it. */
export function useDesignerState(): DesignerState {
  const state = useContext(DesignerStateContext);
  if (!state) {
    throw new Error('This component belongs inside of a model designer.');
  }
  return state;
}

/** The designer's actions, which never change. */
export function useDesignerActions(): DesignerActions {
  const actions = useContext(DesignerActionsContext);
  if (!actions) {
    throw new Error('This component belongs inside of a model designer.');
  }
  return actions;
}
