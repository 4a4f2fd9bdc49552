import { MAX_MODEL_BYTES } from '@perennial/plugin-perennial-common';

/** Why a file was not taken, as the name of its message. */
export type UploadRefusal = 'tooLarge' | 'notText' | 'unreadable';

/** The text of a chosen file, or why it is refused. Never throws. */
export async function readUpload(
  file: Blob,
): Promise<{ text: string } | { refusal: UploadRefusal }> {
  if (file.size > MAX_MODEL_BYTES) {
    return { refusal: 'tooLarge' };
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { refusal: 'unreadable' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? { refusal: 'notText' } : { text };
  } catch {
    return { refusal: 'notText' };
  }
}
