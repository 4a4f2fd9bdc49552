import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What tests leave behind while they run; a folder that every user may enter. */
export const CACHE = path.join(ROOT, '.cache/e2e');

/** Where run.mjs, or a person, has the portal running. */
export const PORTAL_URL = process.env.PERENNIAL_URL ?? 'http://localhost:3000';
export const REPOSITORIES_URL =
  process.env.PERENNIAL_REPOSITORIES_URL ?? 'http://localhost:3030';

/** The organisation of the GitHub stand-in. */
export const ORGANISATION = 'acme';

/** Set: the pictures of the documentation are made anew. */
export const UPDATES_SCREENSHOTS = process.env.UPDATE_SCREENSHOTS === '1';

/** A name that no run before has used, so that a portal with a history will do. */
export function uniqueName(stem) {
  return `${stem}-${Date.now().toString(36)}`;
}
