import {
  HighlightStyle,
  foldGutter,
  syntaxHighlighting,
} from '@codemirror/language';
import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { editorTheme } from '../CodeEditor/editorTheme';
import styles from './CodeView.module.css';
import { languageOf } from './languageOf';

export interface CodeViewProps {
  path: string;
  text: string;
  /** What the text was before the last edit, where that changed it. */
  before?: string;
  label: string;
}

const highlight = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.modifier, tags.operatorKeyword],
    color: 'var(--perennial-code-keyword)',
  },
  {
    tag: [tags.number, tags.bool, tags.null, tags.atom],
    color: 'var(--perennial-code-number)',
  },
  {
    tag: [tags.typeName, tags.className, tags.heading, tags.meta],
    color: 'var(--perennial-editor-key)',
  },
  { tag: tags.propertyName, color: 'var(--perennial-editor-key)' },
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.link, textDecoration: 'underline' },
]);

/** A file to read, coloured, with the lines marked that the last edit changed. */
export function CodeView(props: CodeViewProps) {
  const { path, text, before, label } = props;
  const parent = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const language = new Compartment();
    const view = new EditorView({
      parent: parent.current ?? undefined,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          highlightSelectionMatches(),
          keymap.of(searchKeymap),
          language.of([]),
          editorTheme,
          syntaxHighlighting(highlight),
          before === undefined
            ? []
            : unifiedMergeView({ original: before, mergeControls: false }),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-readonly': 'true',
            // So that it can be scrolled by keyboard.
            tabindex: '0',
          }),
        ],
      }),
    });
    showFirstChange(view);
    let isGone = false;
    languageOf(path)
      ?.load()
      .then(
        support =>
          isGone || view.dispatch({ effects: language.reconfigure(support) }),
        // Without its grammar the text is as good, only not as colourful.
        () => {},
      );
    return () => {
      isGone = true;
      view.destroy();
    };
  }, [path, text, before, label]);

  return <div ref={parent} className={styles.code} />;
}

function showFirstChange(view: EditorView): void {
  const [first] = getChunks(view.state)?.chunks ?? [];
  if (first) {
    view.dispatch({
      effects: EditorView.scrollIntoView(
        Math.min(first.fromB, view.state.doc.length),
        { y: 'center' },
      ),
    });
  }
}
