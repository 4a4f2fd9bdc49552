import type { ExportFormatInfo } from '@perennial/plugin-perennial-interchange';

/** Hands a text to the browser as a file to keep. */
export function saveFile(
  { fileName, mediaType }: Pick<ExportFormatInfo, 'fileName' | 'mediaType'>,
  text: string,
): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
