import type { JsonValue, Pointer } from '../../../draft/types';
import { placeKey } from '../places';

/** What all controls of a value take. */
export interface ControlProps {
  /** Pointer of the value. */
  place: Pointer;
  value: JsonValue | undefined;
  /** Accessible name; not where a `<label>` on screen refers to `id`. */
  label?: string;
  id?: string;
  /** Column of a row that the control stands in. */
  column?: string;
  /** Id of the text that says what is wrong with the value. */
  problemsId?: string;
  /** Id of the text that says what the value means. */
  hintId?: string;
}

/** Attributes that a control is found and described by. */
export function controlAttributes(props: ControlProps) {
  const { place, label, id, column, problemsId, hintId } = props;
  const texts = [problemsId, hintId].filter(Boolean).join(' ');
  return {
    id,
    'data-place': placeKey(place),
    'data-column': column,
    'aria-label': label,
    'aria-invalid': problemsId !== undefined || undefined,
    'aria-describedby': texts === '' ? undefined : texts,
  };
}
