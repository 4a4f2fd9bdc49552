/** A size as people read it. */
export function formatSize(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
    ? `${(bytes / 1024).toFixed(1)} kB`
    : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
