const MAXIMUM_LENGTH = 40;

/** A text as a part of a case's name: lower-case letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAXIMUM_LENGTH)
    .replace(/-$/, '');
}
