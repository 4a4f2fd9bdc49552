import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language';
import { linter, lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { completeModel } from './completion/completeModel';
import { editorTheme } from './editorTheme';

/** Marks a change that did not come from the keyboard of this editor. */
export const fromOutside = Annotation.define<boolean>();

/**
 * What the editor can do whatever its props. There is no history of its own:
 * undo belongs to the model and goes across all views.
 */
export const baseExtensions: Extension = [
  lineNumbers(),
  foldGutter(),
  drawSelection(),
  dropCursor(),
  indentOnInput(),
  bracketMatching(),
  highlightSelectionMatches(),
  yaml(),
  autocompletion({ override: [completeModel] }),
  // No source of its own: the problems come with the props.
  linter(null),
  lintGutter(),
  editorTheme,
  EditorView.lineWrapping,
  // YAML allows no tabs; two spaces are what everyone indents it with.
  EditorState.tabSize.of(2),
  keymap.of([
    ...completionKeymap,
    ...lintKeymap,
    ...searchKeymap,
    ...foldKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
];

/** Refuses changes that would make the text longer than that. */
export function limitLength(
  maxLength: () => number,
  onTooLong: () => void,
): Extension {
  return EditorState.transactionFilter.of(transaction => {
    const isTooLong =
      transaction.docChanged &&
      !transaction.annotation(fromOutside) &&
      transaction.newDoc.length >
        Math.max(maxLength(), transaction.startState.doc.length);
    if (isTooLong) {
      onTooLong();
    }
    return isTooLong ? [] : transaction;
  });
}

/** How the editor presents itself to people and to assistive technology. */
export function presentation(options: {
  label: string;
  describedBy: string;
  placeholder: Extension;
  isInvalid: boolean;
  readOnly: boolean;
}): Extension {
  const { label, describedBy, placeholder, isInvalid, readOnly } = options;
  return [
    placeholder,
    EditorState.readOnly.of(readOnly),
    EditorView.editable.of(!readOnly),
    readOnly ? [] : highlightActiveLine(),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': `${isInvalid}`,
      'aria-readonly': `${readOnly}`,
      spellcheck: 'false',
      // So that it can be scrolled by keyboard while it cannot be edited, too.
      tabindex: '0',
    }),
  ];
}
