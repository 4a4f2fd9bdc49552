/**
 * Free text as one line that cannot end, open or continue a comment or a
 * docstring in JavaScript, Python, SQL, YAML, Markdown or HTML, and that no
 * template engine takes for its own syntax.
 *
 * @public
 */
export function commentText(text: string): string {
  return (
    text
      // Every kind of line end and control character that some language knows.
      .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu, ' ')
      // Bidirectional marks make code read otherwise than it runs.
      .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/\\/g, '/')
      .replace(/\*(?=\/)/g, '* ')
      .replace(/\/(?=\*)/g, '/ ')
      .replace(/"{2,}/g, '"')
      .replace(/'{2,}/g, "'")
      .replace(/`/g, "'")
      .replace(/-{2,}/g, '-')
      .replace(/</g, '(')
      .replace(/>/g, ')')
      .replace(/\$\{|\{\{|\{%|\{#/g, '(')
      .replace(/\}\}|%\}|#\}/g, ')')
      .replace(/@(?=\w)/g, '(at) ')
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}
