import type { KeyboardEvent } from 'react';

/**
 * Keys that mean the same in every view: undo and redo go across all of them,
 * and Enter in a text field does not submit the form around the designer.
 */
export function onDesignerKeyDown(
  event: KeyboardEvent<HTMLElement>,
  actions: { undo(): void; redo(): void },
): void {
  // Events of dialogs arrive here as well, though these are elsewhere on the page.
  if (
    !(event.target instanceof HTMLElement) ||
    !event.currentTarget.contains(event.target)
  ) {
    return;
  }
  const key = event.key.toLowerCase();
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (isCommand && (key === 'y' || (key === 'z' && event.shiftKey))) {
    event.preventDefault();
    actions.redo();
  } else if (isCommand && key === 'z') {
    event.preventDefault();
    actions.undo();
  } else if (key === 'enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}
