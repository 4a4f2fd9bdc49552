import { useState, type ChangeEvent } from 'react';
import type { JsonValue } from '../../../draft/types';
import { useTable } from '../tableContext';
import { isSameValue, type ValueFormat } from '../valueFormats';
import styles from './cells.module.css';
import { controlAttributes, type ControlProps } from './controlProps';
import { OddValue } from './OddValue';

/**
 * An input for a text, a number or any other value with a text form. Native, as
 * are all controls of the rows: a table of 20 fields has 160 of them, and those
 * of the component library take 8 to 30 times as long to draw.
 */
export function TextCell(
  props: ControlProps & {
    format: ValueFormat;
    placeholder?: string;
    /** What to do with a value that was typed; by default, it is put at the place. */
    onValue?: (value: JsonValue | undefined) => void;
    onFocus?: () => void;
  },
) {
  const { place, value, format, placeholder, onValue, onFocus } = props;
  const { edits, readOnly } = useTable();
  const [typed, setTyped] = useState<string>();
  const shown = value === undefined ? '' : format.show(value);
  if (shown === undefined) {
    return <OddValue {...props} value={value as JsonValue} />;
  }
  // 1. and 1 are the same number, but only one of them can be typed on to 1.25.
  const isTyping =
    typed !== undefined && isSameValue(format.read(typed), value);

  const change = (
    event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>,
  ) => {
    const text = event.target.value;
    const next = format.read(text);
    setTyped(text);
    if (isSameValue(next, value)) {
      return;
    }
    if (onValue) {
      onValue(next);
    } else {
      edits.set(place, next, { typed: true });
    }
  };
  const attributes = {
    ...controlAttributes(props),
    className: styles.input,
    'data-code': format.isCode || undefined,
    value: isTyping ? typed : shown,
    placeholder,
    readOnly,
    autoComplete: 'off',
    spellCheck: format.isLong ?? false,
    onChange: change,
    onFocus,
  };
  return format.isLong ? (
    <textarea rows={1} {...attributes} />
  ) : (
    <input type="text" {...attributes} />
  );
}
