import { RiCloseLine } from '@remixicon/react';
import type { JsonValue } from '../../../draft/types';
import { useTable } from '../tableContext';
import { describeValue } from '../valueFormats';
import styles from './cells.module.css';
import { controlAttributes, type ControlProps } from './controlProps';

/** A value that no input of its place can show: what it is, and a way to remove it. */
export function OddValue(
  props: ControlProps & { value: JsonValue; name?: string },
) {
  const { place, value, name, label, problemsId } = props;
  const { t, edits, readOnly } = useTable();
  const shown = describeValue(value);
  const remove = t('table.misfits.clear', { value: shown });

  return (
    <span className={styles.odd} data-wrong={problemsId && true}>
      <code title={shown}>{name ? `${name}: ${shown}` : shown}</code>
      <button
        type="button"
        {...controlAttributes(props)}
        className={styles.iconButton}
        aria-label={label ? `${label}: ${remove}` : remove}
        aria-disabled={readOnly || undefined}
        title={remove}
        onClick={readOnly ? undefined : () => edits.clear(place)}
      >
        <RiCloseLine size={14} aria-hidden="true" />
      </button>
    </span>
  );
}
