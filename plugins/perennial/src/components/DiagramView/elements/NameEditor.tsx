import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { perennialTranslationRef } from '../../../translation';
import styles from './elements.module.css';

/**
 * The name of an entity as a text field in its place. It is taken when it is
 * whole: half a name could be that of another entity, and take over what refers
 * to that one.
 */
export function NameEditor(props: {
  name: string;
  /** The new name, if there is one, and whether the focus stays here. */
  onEnd: (name: string | undefined, keepsFocus: boolean) => void;
}) {
  const { name, onEnd } = props;
  const [text, setText] = useState(name);
  const { t } = useTranslationRef(perennialTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const end = (isTaken: boolean, keepsFocus: boolean) => {
    // Taking the field away takes its focus, which is no second end.
    if (!isDone.current) {
      isDone.current = true;
      const trimmed = text.trim();
      const isNew = isTaken && trimmed !== '' && trimmed !== name;
      onEnd(isNew ? trimmed : undefined, keepsFocus);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter', true);
    }
  };

  return (
    <input
      ref={input}
      className={`${styles.nameInput} nodrag nopan`}
      aria-label={t('diagram.entity.name')}
      value={text}
      onChange={event => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true, false)}
      onDoubleClick={event => event.stopPropagation()}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
