import { useTable } from '../tableContext';
import styles from './cells.module.css';
import { controlAttributes, type ControlProps } from './controlProps';
import { OddValue } from './OddValue';

/** A box to tick. What is so by default is left out of the model. */
export function FlagCell(
  props: ControlProps & { byDefault?: boolean; title?: string },
) {
  const { place, value, byDefault = false, title } = props;
  const { edits, readOnly } = useTable();
  if (value !== undefined && typeof value !== 'boolean') {
    return <OddValue {...props} value={value} />;
  }
  return (
    <input
      type="checkbox"
      {...controlAttributes(props)}
      className={styles.flag}
      title={title}
      checked={value ?? byDefault}
      aria-readonly={readOnly || undefined}
      onChange={event => {
        const isOn = event.target.checked;
        edits.set(place, isOn === byDefault ? undefined : isOn);
      }}
    />
  );
}
