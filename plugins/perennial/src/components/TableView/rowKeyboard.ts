import type { KeyboardEvent } from 'react';
import { findNeighbour, focusOn, placeOf, type RowPlace } from './places';
import type { TableEdits } from './tableEdits';

/** Columns in which Enter goes on with a new row. */
const WRITING_COLUMNS = ['name', 'value'];

/** Works the rows of all lists by keyboard. */
export function handleTableKey(
  event: KeyboardEvent<HTMLElement>,
  edits: TableEdits,
  readOnly: boolean,
): void {
  if (event.nativeEvent.isComposing || !(event.target instanceof Element)) {
    return;
  }
  const control = event.target.closest<HTMLElement>('[data-column]');
  const place = control ? placeOf(control) : undefined;
  const isHandled =
    control !== null &&
    place !== undefined &&
    ((!readOnly && handleEdit(event, place, edits)) ||
      handleMove(event, control));
  if (isHandled) {
    event.preventDefault();
  }
}

function handleEdit(
  event: KeyboardEvent<HTMLElement>,
  place: RowPlace,
  edits: TableEdits,
): boolean {
  const { key, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const { list, row, column = '' } = place;
  if (key === 'Enter' && (isCommand || WRITING_COLUMNS.includes(column))) {
    edits.add(list, row + 1);
  } else if (altKey && key === 'ArrowUp') {
    edits.move(place, row - 1);
  } else if (altKey && key === 'ArrowDown') {
    edits.move(place, row + 1);
  } else if (
    (isCommand && key === 'Backspace') ||
    (key === 'Delete' && event.target instanceof HTMLButtonElement) ||
    (key === 'Backspace' && isEmptyValue(event.target, column))
  ) {
    edits.remove(place);
  } else {
    return false;
  }
  return true;
}

function handleMove(
  event: KeyboardEvent<HTMLElement>,
  control: HTMLElement,
): boolean {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
  // A select changes its value by these keys.
  const isOwnKey = event.target instanceof HTMLSelectElement && !event.ctrlKey;
  if (step === undefined || isOwnKey || event.shiftKey || event.metaKey) {
    return moveInToolbar(event, control);
  }
  const neighbour = findNeighbour(control, step);
  if (neighbour) {
    focusOn(neighbour);
  }
  return true;
}

/** The actions of a row are one stop of the Tab key. */
function moveInToolbar(
  event: KeyboardEvent<HTMLElement>,
  control: HTMLElement,
): boolean {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const toolbar = control.closest('[role="toolbar"]');
  if (step === undefined || !toolbar) {
    return false;
  }
  const buttons = Array.from(toolbar.querySelectorAll('button'));
  buttons[buttons.indexOf(control as HTMLButtonElement) + step]?.focus();
  return true;
}

function isEmptyValue(target: EventTarget, column: string): boolean {
  return (
    column === 'value' &&
    target instanceof HTMLInputElement &&
    target.value === ''
  );
}
