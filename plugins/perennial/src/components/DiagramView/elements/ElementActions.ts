import { createContext, useContext } from 'react';

/** What the elements of a diagram can do by themselves. Never changes. */
export interface ElementActions {
  /** A name was typed, or not; `keepsFocus` unless the focus went elsewhere. */
  endEditing(
    index: number,
    name: string | undefined,
    keepsFocus: boolean,
  ): void;
  addMissing(name: string): void;
  chooseRelation(id: string): void;
}

const NOTHING = () => {};

/** The actions of the diagram around an element. */
export const ElementActionsContext = createContext<ElementActions>({
  endEditing: NOTHING,
  addMissing: NOTHING,
  chooseRelation: NOTHING,
});

/** The actions of the diagram around an element. */
export function useElementActions(): ElementActions {
  return useContext(ElementActionsContext);
}
