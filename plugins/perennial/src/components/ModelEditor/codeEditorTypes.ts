import type { TextRange } from '../../draft/locate';
import type { PlacedProblem } from '../../model/types';

/** What the field may ask of its editor. */
export interface CodeEditorHandle {
  /** Selects a piece of the text, scrolls to it and moves the focus there. */
  reveal(range: TextRange): void;
}

/** An editor of text that can mark problems in it. */
export interface CodeEditorProps {
  text: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  problems: readonly PlacedProblem[];
  /** The text that the places of `problems` belong to. */
  problemsText: string;
  readOnly: boolean;
  placeholder: string;
  label: string;
  /** Ids of the elements that describe the editor. */
  describedBy: string;
}
