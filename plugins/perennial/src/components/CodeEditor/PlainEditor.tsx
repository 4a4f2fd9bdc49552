import { useEffect, useRef } from 'react';
import styles from './CodeEditor.module.css';
import type { CodeEditorProps } from './codeEditorTypes';

/** Stands in where the editor's chunk cannot be loaded: nobody loses their text. */
export function PlainEditor(props: CodeEditorProps) {
  const { text, onChange, onTooLong, maxLength, reveal } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (reveal) {
      area.current?.focus();
      area.current?.setSelectionRange(reveal.from, reveal.to);
    }
  }, [reveal]);

  return (
    <textarea
      ref={area}
      className={styles.plain}
      value={text}
      onChange={({ target }) =>
        target.value.length > Math.max(maxLength, text.length)
          ? onTooLong()
          : onChange(target.value)
      }
      readOnly={props.readOnly}
      placeholder={props.placeholder}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.marks.length > 0}
      spellCheck={false}
    />
  );
}
