import type {
  ModelDocument,
  PreviewAnswer,
  PreviewFile,
} from '@perennial/plugin-perennial-common';

/** A blob id that differs with the text, as Git's does. */
function blobIdOf(text: string): string {
  let sum = 7;
  for (const character of text) {
    sum = (sum * 31 + character.charCodeAt(0)) % 0xffffffff;
  }
  return sum.toString(16).padStart(40, '0');
}

/** A file of a preview. */
export function file(
  path: string,
  text = path,
  more: Partial<PreviewFile> = {},
): PreviewFile {
  return {
    path,
    size: text.length,
    mode: '100644',
    blobId: blobIdOf(text),
    text,
    ...more,
  };
}

/** A preview of files. */
export function answer(
  files: PreviewFile[],
  more: Partial<PreviewAnswer> = {},
): PreviewAnswer {
  return {
    files,
    digest: files.map(it => `${it.path} ${it.blobId}`).join('\n'),
    assumed: [],
    ...more,
  };
}

/** A model of one entity. */
export function model(name: string): ModelDocument {
  return { entities: [{ name, fields: [{ name: 'title', type: 'string' }] }] };
}
