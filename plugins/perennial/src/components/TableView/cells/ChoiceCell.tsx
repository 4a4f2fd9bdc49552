import type { JsonValue } from '../../../draft/types';
import { useTable } from '../tableContext';
import styles from './cells.module.css';
import { controlAttributes, type ControlProps } from './controlProps';
import { OddValue } from './OddValue';

/** One of the values to choose from; without a value, the member is left out. */
export interface Choice {
  value?: JsonValue;
  label: string;
}

/** A choice of values. One that is not among them, but held, is shown as it is. */
export function ChoiceCell(
  props: ControlProps & {
    choices: readonly Choice[];
    onValue?: (value: JsonValue | undefined) => void;
  },
) {
  const { place, value, choices, onValue } = props;
  const { t, edits, readOnly } = useTable();
  const chosen = choices.find(choice => choice.value === value);
  if (!chosen && value !== undefined && typeof value !== 'string') {
    return <OddValue {...props} value={value} />;
  }
  if (readOnly) {
    // A select that cannot be changed cannot be focused either.
    return (
      <input
        type="text"
        {...controlAttributes(props)}
        className={styles.input}
        value={chosen?.label ?? `${value ?? ''}`}
        readOnly
      />
    );
  }
  return (
    <select
      {...controlAttributes(props)}
      className={styles.input}
      value={`${value ?? ''}`}
      onChange={event => {
        const next = choices.find(
          choice => `${choice.value ?? ''}` === event.target.value,
        )?.value;
        if (onValue) {
          onValue(next);
        } else {
          edits.set(place, next);
        }
      }}
    >
      {!chosen && (
        <option value={`${value ?? ''}`}>
          {value === undefined || value === ''
            ? t('table.choose')
            : t('table.unknownValue', { value: `${value}` })}
        </option>
      )}
      {choices.map(choice => (
        <option key={choice.label} value={`${choice.value ?? ''}`}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
