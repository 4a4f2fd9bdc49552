import type { Git } from '../git/Git';
import { cleanPath, writeBlob, type TreeChange } from '../git/objects';
import { findObject, isObjectName } from '../git/refs';
import type { JsonValue } from '../store/types';
import { ApiError } from './ApiError';

const MODES = ['100644', '100755', '040000', '160000', '120000'];

/** The object name of a certain type, from a text that a request holds. */
export async function requireObject(
  git: Git,
  text: JsonValue | undefined,
  type: 'blob' | 'tree' | 'commit',
): Promise<string> {
  const found = isObjectName(text)
    ? await findObject(git, [type === 'tree' ? `${text}^{tree}` : text])
    : undefined;
  if (found?.type !== type) {
    const capital = type[0].toUpperCase() + type.slice(1);
    throw new ApiError(
      422,
      `${capital} SHA does not exist or is not a ${type}`,
    );
  }
  return found.sha;
}

/** One entry of a tree as a request sends it. */
export async function readTreeChange(
  git: Git,
  entry: JsonValue,
): Promise<TreeChange> {
  if (!entry || typeof entry !== 'object' || Array.isArray(entry)) {
    throw new ApiError(422, 'Must supply an array of objects as tree');
  }
  const path = cleanPath(String(entry.path ?? ''));
  if (!path) {
    throw new ApiError(422, 'tree.path contains a malformed path component');
  }
  if (entry.sha === null) {
    return { path, removed: true };
  }
  const mode = String(entry.mode);
  if (!MODES.includes(mode)) {
    throw new ApiError(422, 'Must supply a valid tree.mode');
  }
  if (typeof entry.content === 'string') {
    return {
      path,
      mode,
      sha: await writeBlob(git, Buffer.from(entry.content)),
    };
  }
  if (mode === '160000' && isObjectName(entry.sha)) {
    return { path, mode, sha: entry.sha };
  }
  const type = mode === '040000' ? 'tree' : 'blob';
  return { path, mode, sha: await requireObject(git, entry.sha, type) };
}
