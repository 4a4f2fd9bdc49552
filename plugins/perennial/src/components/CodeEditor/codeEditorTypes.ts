import type { TextRange } from '../../draft/locate';

/** Something wrong with a piece of the text. */
export interface TextMark extends TextRange {
  message: string;
}

/** A piece of the text to select, scroll to and focus, once. */
export interface TextReveal extends TextRange {
  /** Differs with each request, so that the same place can be asked for again. */
  id: number;
}

/** An editor of YAML that can mark problems in it. */
export interface CodeEditorProps {
  text: string;
  onChange: (text: string) => void;
  /** A change was refused, as the text would have had more than `maxLength` characters. */
  onTooLong: () => void;
  maxLength: number;
  marks: readonly TextMark[];
  /** The text that the places of `marks` belong to. */
  markedText: string;
  reveal: TextReveal | undefined;
  readOnly: boolean;
  placeholder: string;
  label: string;
  /** Ids of the elements that describe the editor. */
  describedBy: string;
}
