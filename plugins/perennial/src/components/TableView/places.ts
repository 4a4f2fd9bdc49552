import type { Pointer } from '../../draft/types';

/*
 * Where things stand on the page. Attributes say it, so that keys and focus are
 * handled in one place for all rows, and rows need no functions of their own:
 * `data-place`: the pointer of what an element shows;
 * `data-list`: the pointer of the list that an element shows;
 * `data-row`: the index of a row within its list;
 * `data-column`: the control of a row, the same in all rows of a list.
 */

/** A control of a row, or, without a column, the first one. */
export interface RowPlace {
  list: Pointer;
  row: number;
  column?: string;
}

const FOCUSABLE =
  'input, select, textarea, button:not([tabindex="-1"]), [tabindex="0"]';

/** A pointer as the value of an attribute. */
export function placeKey(pointer: Pointer): string {
  return JSON.stringify(pointer);
}

/** The control that shows a value, or else what is nearest around it. */
export function findPlace(
  root: HTMLElement,
  pointer: Pointer,
): HTMLElement | undefined {
  const elements = new Map(
    Array.from(root.querySelectorAll<HTMLElement>('[data-place]'), element => [
      element.dataset.place,
      element,
    ]),
  );
  for (let length = pointer.length; length >= 0; length -= 1) {
    const element = elements.get(placeKey(pointer.slice(0, length)));
    if (element) {
      return focusableIn(element);
    }
  }
  return undefined;
}

/** The control of a row; that of the nearest row above where the row is gone; or what adds one. */
export function findControl(
  root: HTMLElement,
  place: RowPlace,
): HTMLElement | undefined {
  const list = findList(root, place.list);
  if (!list) {
    return undefined;
  }
  const row = ownOf(list, list, '[data-row]')
    .filter(element => Number(element.dataset.row) <= place.row)
    .pop();
  return row
    ? controlOf(list, row, place.column) ?? focusableIn(row)
    : ownOf(list, list, '[data-add]')[0];
}

/** The control of the same column, some rows further, over rows that lack it. */
export function findNeighbour(
  control: HTMLElement,
  step: 1 | -1,
): HTMLElement | undefined {
  const list = control.closest<HTMLElement>('[data-list]');
  const row = control.closest<HTMLElement>('[data-row]');
  if (!list || !row) {
    return undefined;
  }
  const rows = ownOf(list, list, '[data-row]');
  for (
    let index = rows.indexOf(row) + step;
    index >= 0 && index < rows.length;
    index += step
  ) {
    const found = controlOf(list, rows[index], control.dataset.column);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Where a control stands; nothing for one outside of the rows. */
export function placeOf(control: Element): RowPlace | undefined {
  const column = control.closest<HTMLElement>('[data-column]');
  const row = control.closest<HTMLElement>('[data-row]');
  const list = control.closest<HTMLElement>('[data-list]');
  return column && row && list?.contains(row)
    ? {
        list: JSON.parse(list.dataset.list ?? '[]') as Pointer,
        row: Number(row.dataset.row),
        column: column.dataset.column,
      }
    : undefined;
}

/** Puts the focus somewhere, on screen, with a name ready to be typed over. */
export function focusOn(element: HTMLElement, options?: { select?: boolean }) {
  element.focus({ preventScroll: true });
  element.scrollIntoView?.({ block: 'nearest' });
  if (options?.select && element instanceof HTMLInputElement) {
    element.select();
  }
}

/** Whether a place lies within another one. */
export function isWithin(pointer: Pointer | undefined, outer: Pointer) {
  return (
    pointer !== undefined &&
    outer.every((step, index) => pointer[index] === step)
  );
}

function findList(root: HTMLElement, list: Pointer): HTMLElement | undefined {
  const key = placeKey(list);
  return Array.from(root.querySelectorAll<HTMLElement>('[data-list]')).find(
    element => element.dataset.list === key,
  );
}

function controlOf(list: HTMLElement, row: HTMLElement, column?: string) {
  return ownOf(list, row, '[data-column]').find(
    control => control.dataset.column === column,
  );
}

/** Elements within a part of a list that do not belong to a list within it. */
function ownOf(list: HTMLElement, part: HTMLElement, selector: string) {
  return Array.from(part.querySelectorAll<HTMLElement>(selector)).filter(
    element => element.closest('[data-list]') === list,
  );
}

function focusableIn(element: HTMLElement): HTMLElement {
  return element.matches(FOCUSABLE)
    ? element
    : element.querySelector<HTMLElement>(FOCUSABLE) ?? element;
}
