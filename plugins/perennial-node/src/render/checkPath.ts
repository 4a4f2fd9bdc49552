import { Buffer } from 'node:buffer';

/** Longest name that ext4, APFS and NTFS all take, in UTF-8 bytes. */
const MAXIMUM_SEGMENT_BYTES = 255;
const MAXIMUM_PATH_BYTES = 1024;
const MAXIMUM_SEGMENTS = 32;

/** C0 and C1 controls, which break terminals, Git's output and every list of files. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;
/** Characters nobody sees. HFS+ ignores them, which has made `.g\u200cit` a `.git` before. */
const INVISIBLE_CHARACTER =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const WINDOWS_CHARACTER = /[<>:"|?*]/;
const WINDOWS_DEVICE =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\..*)?$/i;
/** `.git`, and the short names that NTFS may give to it. */
const GIT_FOLDER = /^(?:\.git|git~[0-9]+)$/i;

/**
 * Says why a rendered path may not be written, or undefined where it may.
 *
 * The rules are those of the strictest system that may check the repository
 * out, not of the one that renders it.
 *
 * @public
 */
export function checkPath(path: string): string | undefined {
  if (path === '') {
    return 'is empty';
  }
  if (path.startsWith('/')) {
    return 'is absolute';
  }
  if (Buffer.byteLength(path) > MAXIMUM_PATH_BYTES) {
    return `is longer than ${MAXIMUM_PATH_BYTES} bytes`;
  }
  const segments = path.split('/');
  if (segments.length > MAXIMUM_SEGMENTS) {
    return `is more than ${MAXIMUM_SEGMENTS} folders deep`;
  }
  for (const segment of segments) {
    const problem = checkSegment(segment);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function checkSegment(segment: string): string | undefined {
  if (segment === '') {
    return 'has an empty part';
  }
  if (segment === '.' || segment === '..') {
    return `has a part '${segment}', which leads elsewhere`;
  }
  return checkCharacters(segment) ?? checkName(segment);
}

function checkCharacters(segment: string): string | undefined {
  if (CONTROL_CHARACTER.test(segment)) {
    return 'holds a control character';
  }
  if (INVISIBLE_CHARACTER.test(segment)) {
    return 'holds an invisible character';
  }
  if (LONE_SURROGATE.test(segment)) {
    return 'is not valid Unicode';
  }
  if (segment.includes('\\')) {
    return 'holds a backslash, which Windows takes for a folder';
  }
  const [windows] = WINDOWS_CHARACTER.exec(segment) ?? [];
  if (windows) {
    return `holds '${windows}', which Windows does not allow`;
  }
  return undefined;
}

function checkName(segment: string): string | undefined {
  if (/[. ]$/.test(segment)) {
    return 'has a part that ends in a dot or a space, which Windows drops';
  }
  if (segment.startsWith(' ')) {
    return 'has a part that starts with a space';
  }
  if (GIT_FOLDER.test(segment.normalize('NFKC'))) {
    return `would write into Git's own folder ('${segment}')`;
  }
  if (WINDOWS_DEVICE.test(segment)) {
    return `has a part '${segment}', which is a device on Windows`;
  }
  if (Buffer.byteLength(segment) > MAXIMUM_SEGMENT_BYTES) {
    return `has a part of more than ${MAXIMUM_SEGMENT_BYTES} bytes`;
  }
  return undefined;
}

/** Where a repository keeps its model. The engine writes it, as it does the lineage. */
export const MODEL_PATH = 'model.yaml';
