import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, placeholder as placeholderOf } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CodeEditorProps } from './codeEditorTypes';
import {
  baseExtensions,
  fromOutside,
  limitLength,
  presentation,
} from './extensions';
import styles from './CodeEditor.module.css';
import { smallestChange } from './smallestChange';

/** Marks beyond these make typing slow and tell nothing more. */
const MARK_LIMIT = 200;

/** The YAML editor: CodeMirror, so a chunk of its own. */
export function CodeEditor(props: CodeEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  const look = useRef(new Compartment());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const editor = new EditorView({
      parent: parent.current ?? undefined,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          baseExtensions,
          limitLength(
            () => latest.current.maxLength,
            () => latest.current.onTooLong(),
          ),
          look.current.of(presentationOf(latest.current)),
          EditorView.updateListener.of(update => {
            const isOwn = !update.transactions.some(transaction =>
              transaction.annotation(fromOutside),
            );
            if (update.docChanged && isOwn) {
              latest.current.onChange(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useText(view, props.text);
  useMarks(view, props);
  useReveal(view, props);

  const { label, describedBy, placeholder, readOnly } = props;
  const isInvalid = props.marks.length > 0;
  useEffect(() => {
    view.current?.dispatch({
      effects: look.current.reconfigure(presentationOf(latest.current)),
    });
  }, [label, describedBy, placeholder, readOnly, isInvalid]);

  return <div ref={parent} className={styles.editor} />;
}

function presentationOf(props: CodeEditorProps) {
  return presentation({
    ...props,
    placeholder: placeholderOf(props.placeholder),
    isInvalid: props.marks.length > 0,
  });
}

type View = { readonly current: EditorView | undefined };

/** Follows a text that changed elsewhere, with the cursor where it was. */
function useText(view: View, text: string) {
  useEffect(() => {
    const editor = view.current;
    const changes = editor && smallestChange(editor.state.doc.toString(), text);
    if (changes) {
      editor.dispatch({ changes, annotations: fromOutside.of(true) });
    }
  }, [view, text]);
}

function useMarks(view: View, { marks, markedText }: CodeEditorProps) {
  useEffect(() => {
    const editor = view.current;
    // Places belong to the text that was read; the next reading is under way.
    if (editor?.state.doc.toString() === markedText) {
      editor.dispatch(
        setDiagnostics(
          editor.state,
          marks
            .slice(0, MARK_LIMIT)
            .map(mark => ({ ...mark, severity: 'error' as const })),
        ),
      );
    }
  }, [view, marks, markedText]);
}

function useReveal(view: View, { reveal }: CodeEditorProps) {
  useEffect(() => {
    const editor = view.current;
    if (!editor || !reveal) {
      return;
    }
    const end = editor.state.doc.length;
    const anchor = Math.min(reveal.from, end);
    editor.dispatch({
      selection: { anchor, head: Math.min(reveal.to, end) },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    editor.focus();
  }, [view, reveal]);
}
