import { forwardRef, useImperativeHandle, useRef } from 'react';
import type { CodeEditorHandle, CodeEditorProps } from './codeEditorTypes';
import styles from './ModelEditor.module.css';

/** Stands in where the editor's chunk cannot be loaded: nobody loses their text. */
export const PlainEditor = forwardRef<CodeEditorHandle, CodeEditorProps>(
  (props, ref) => {
    const area = useRef<HTMLTextAreaElement>(null);

    useImperativeHandle(ref, () => ({
      reveal(range) {
        area.current?.focus();
        area.current?.setSelectionRange(range.from, range.to);
      },
    }));

    return (
      <textarea
        ref={area}
        className={styles.plainEditor}
        value={props.text}
        onChange={event => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        readOnly={props.readOnly}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.problems.length > 0}
        spellCheck={false}
      />
    );
  },
);
