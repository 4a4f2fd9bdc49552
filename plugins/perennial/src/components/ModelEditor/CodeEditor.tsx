import { yaml } from '@codemirror/lang-yaml';
import { linter, lintGutter, setDiagnostics } from '@codemirror/lint';
import CodeMirror, {
  EditorState,
  EditorView,
  type ReactCodeMirrorRef,
} from '@uiw/react-codemirror';
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { CodeEditorHandle, CodeEditorProps } from './codeEditorTypes';
import { editorTheme } from './editorTheme';

/** Marks beyond these make typing slow and tell nothing more. */
const MARK_LIMIT = 200;

/** The YAML editor: CodeMirror, so a chunk of its own. */
export const CodeEditor = forwardRef<CodeEditorHandle, CodeEditorProps>(
  (props, ref) => {
    const {
      text,
      onChange,
      onBlur,
      problems,
      problemsText,
      readOnly,
      placeholder,
      label,
      describedBy,
    } = props;
    const editor = useRef<ReactCodeMirrorRef>(null);
    const isInvalid = problems.length > 0;

    const extensions = useMemo(
      () => [
        yaml(),
        // No source of its own: the problems come with the props.
        linter(null),
        lintGutter(),
        editorTheme,
        EditorView.lineWrapping,
        // YAML allows no tabs; two spaces are what everyone indents it with.
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          'aria-invalid': `${isInvalid}`,
          'aria-readonly': `${readOnly}`,
          spellcheck: 'false',
        }),
      ],
      [label, describedBy, isInvalid, readOnly],
    );

    const showProblems = () => {
      const view = editor.current?.view;
      // Places belong to the text that was read; the next reading is under way.
      if (!view || view.state.doc.toString() !== problemsText) {
        return;
      }
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.slice(0, MARK_LIMIT).map(problem => ({
            from: problem.from,
            to: problem.to,
            severity: 'error' as const,
            message: `${problem.message} ${problem.mend}`,
          })),
        ),
      );
    };
    const latestShowProblems = useRef(showProblems);
    latestShowProblems.current = showProblems;

    useEffect(() => {
      latestShowProblems.current();
    }, [problems, problemsText]);

    useImperativeHandle(ref, () => ({
      reveal(range) {
        const view = editor.current?.view;
        if (!view) {
          return;
        }
        const end = view.state.doc.length;
        const anchor = Math.min(range.from, end);
        view.dispatch({
          selection: { anchor, head: Math.min(range.to, end) },
          effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
        });
        view.focus();
      },
    }));

    return (
      <CodeMirror
        ref={editor}
        value={text}
        onChange={onChange}
        onBlur={onBlur}
        onCreateEditor={() => {
          // The view reaches the ref only after this callback.
          window.setTimeout(() => latestShowProblems.current());
        }}
        readOnly={readOnly}
        editable={!readOnly}
        placeholder={placeholder}
        theme="none"
        height="100%"
        basicSetup={{ autocompletion: false, highlightActiveLine: !readOnly }}
        extensions={extensions}
      />
    );
  },
);
