/** Why a file is no source. */
export type FileFault = 'tooLarge' | 'notText' | 'unreadable';

/** A file's text, or why there is none. */
export type FileReading = { text: string } | { fault: FileFault };

function hasMark(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array): string {
  if (hasMark(bytes, 0xff, 0xfe))
    return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets on Windows save.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a file as text. One that is too large is not opened. */
export async function readFile(
  file: File,
  maxBytes: number,
): Promise<FileReading> {
  if (file.size > maxBytes) return { fault: 'tooLarge' };
  try {
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    return text.includes('\0') ? { fault: 'notText' } : { text };
  } catch {
    return { fault: 'unreadable' };
  }
}
