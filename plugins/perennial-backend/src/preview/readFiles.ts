import fs from 'node:fs/promises';
import path from 'node:path';
import type { PreviewFile } from '@perennial/plugin-perennial-common';
import { type RenderedFile, isText } from '@perennial/plugin-perennial-node';

/** What an answer may hold. */
export interface AnswerOptions {
  /** Files whose texts are wanted; all of them where left out. */
  paths?: string[];
  /** Bytes of all texts together. */
  textBytes: number;
  signal: AbortSignal;
}

/** Reads rendered files back, with as many of their texts as fit. */
export async function readFiles(
  folder: string,
  rendered: RenderedFile[],
  options: AnswerOptions,
): Promise<PreviewFile[]> {
  const wanted = options.paths && new Set(options.paths);
  const files: PreviewFile[] = [];
  let left = options.textBytes;
  for (const { path: name, mode, blob } of rendered) {
    options.signal.throwIfAborted();
    const file = { path: name, mode, blobId: blob };
    const place = path.join(folder, name);
    if (wanted && !wanted.has(name)) {
      files.push({ ...file, size: (await fs.stat(place)).size });
      continue;
    }
    const content = await fs.readFile(place);
    const size = content.length;
    if (!isText(content)) {
      files.push({ ...file, size, omitted: 'binary' });
    } else if (size > left) {
      files.push({ ...file, size, omitted: 'tooLarge' });
    } else {
      left -= size;
      files.push({ ...file, size, text: content.toString('utf8') });
    }
  }
  return files;
}
