/**
 * What ends a text, begins a directive, an entity code or a generic type, or
 * is markup to Mermaid, which reads the codes written in its place. A colon
 * before a code looks like a style to it.
 */
const SPECIAL = /["#%&<>\\`~]|:(?=\S)/g;

/** Free text as a quoted text of Mermaid, on one line. */
export function mermaidText(text: string): string {
  const line = text
    // eslint-disable-next-line no-control-regex
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  const encoded = line.replace(SPECIAL, character =>
    character === '"' ? '#quot;' : `#${character.charCodeAt(0)};`,
  );
  return `"${encoded}"`;
}

/** Mermaid takes these for marks of keys, in any casing. */
const MARKS = new Set(['pk', 'fk', 'uk']);

/** The name of a field or a relation as the name of an attribute. */
export function attributeName(name: string): string {
  return MARKS.has(name.toLowerCase()) ? `${name}_` : name;
}
