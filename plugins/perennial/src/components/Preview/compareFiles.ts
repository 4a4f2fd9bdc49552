import type { PreviewFile } from '@perennial/plugin-perennial-common';

/** What an edit did to a file. */
export type Change = 'added' | 'changed' | 'removed';

/** A file of the newest preview, or one that the newest no longer has. */
export interface ComparedFile extends PreviewFile {
  change?: Change;
  /** What the file was before it changed. */
  before?: PreviewFile;
}

/** The files of a preview with what is different from the one before, by path. */
export function compareFiles(
  files: readonly PreviewFile[],
  before: readonly PreviewFile[] | undefined,
): ComparedFile[] {
  if (!before) {
    return [...files];
  }
  const old = new Map(before.map(file => [file.path, file]));
  const compared = files.map((file): ComparedFile => {
    const previous = old.get(file.path);
    old.delete(file.path);
    if (!previous) {
      return { ...file, change: 'added' };
    }
    return previous.blobId === file.blobId && previous.mode === file.mode
      ? file
      : { ...file, change: 'changed', before: previous };
  });
  const removed = [...old.values()].map(
    (file): ComparedFile => ({ ...file, change: 'removed' }),
  );
  return [...compared, ...removed].sort((left, right) =>
    left.path < right.path ? -1 : 1,
  );
}

/** How many files an edit added, changed and removed. */
export function countChanges(
  files: readonly ComparedFile[],
): Record<Change, number> {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { change } of files) {
    if (change) {
      counts[change] += 1;
    }
  }
  return counts;
}
