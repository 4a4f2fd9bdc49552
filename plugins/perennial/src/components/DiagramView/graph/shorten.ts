/** Longer names are cut: an ellipsis hides the rest anyway. */
const SHOWN_LENGTH = 80;

/** A text of the model as far as the diagram shows it. */
export function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
