import { isUtf8 } from 'node:buffer';
import { lstat, readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '@backstage/errors';
import { isBinaryFileSync } from 'isbinaryfile';
import { comparePaths } from './gitBlob';
import {
  MAXIMUM_FILE_BYTES,
  MAXIMUM_SKELETON_DEPTH,
  MAXIMUM_SKELETON_FILES,
} from './limits';
import type { Layer } from './types';

/** One file of a skeleton, not read yet. */
export interface SkeletonFile {
  /** Path in its layer with `/`, as written: `src/${{ entity.kebab }}.js`. */
  path: string;
  /** Layer and path, for messages. */
  label: string;
  source: string;
  executable: boolean;
  /** The path mentions `entity`: rendered once for each. */
  perEntity: boolean;
}

/** What a skeleton file holds. */
export type SkeletonContent =
  /** Rendered. */
  | { kind: 'template'; text: string; mentionsOpenApi: boolean }
  /** Copied byte for byte: binary, not UTF-8, or without any tag. */
  | { kind: 'verbatim'; bytes: Buffer };

/** As much of a file as isbinaryfile itself would read to judge it. */
const SNIFFED_BYTES = 515;
const TAG = /\$\{\{|\{%|\{#|#\}/;
const PATH_TAG = /\$\{\{.*?\}\}|\{%.*?%\}/gs;
const ENTITY = /(?<![.\w'"])entity(?![\w'"])/;

/** Lists the files of a layer in a stable order. Symbolic links are refused. */
export async function listSkeleton(layer: Layer): Promise<SkeletonFile[]> {
  const name = layer.name ?? basename(layer.path);
  const stats = await lstat(layer.path).catch(() => undefined);
  if (!stats?.isDirectory()) {
    throw new InputError(
      `The layer '${name}' ${
        stats ? 'is not a folder' : 'does not exist'
      }. Mend the 'path' of the layer in template.yaml.`,
    );
  }
  const files: SkeletonFile[] = [];
  await collect(layer.path, '', name, files);
  return files.sort(comparePaths);
}

async function collect(
  root: string,
  folder: string,
  layer: string,
  files: SkeletonFile[],
): Promise<void> {
  if (folder.split('/').length > MAXIMUM_SKELETON_DEPTH) {
    throw new InputError(
      `The layer '${layer}' is more than ${MAXIMUM_SKELETON_DEPTH} folders deep at '${folder}'. Flatten it.`,
    );
  }
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      await collect(root, path, layer, files);
    } else {
      files.push(await describe(root, path, layer));
    }
    if (files.length > MAXIMUM_SKELETON_FILES) {
      throw new InputError(
        `The layer '${layer}' has more than ${MAXIMUM_SKELETON_FILES} files. Is there a node_modules or a build in it?`,
      );
    }
  }
}

async function describe(
  root: string,
  path: string,
  layer: string,
): Promise<SkeletonFile> {
  const label = `${layer}/${path}`;
  const source = join(root, path);
  const stats = await lstat(source);
  if (stats.isSymbolicLink()) {
    throw new InputError(
      `The skeleton file '${label}' is a symbolic link. A link can lead out of the template, so put the file itself there.`,
    );
  }
  if (!stats.isFile()) {
    throw new InputError(
      `'${label}' in the skeleton is neither a file nor a folder. Remove it.`,
    );
  }
  if (stats.size > MAXIMUM_FILE_BYTES) {
    throw new InputError(
      `The skeleton file '${label}' has ${stats.size} bytes; ${MAXIMUM_FILE_BYTES} are allowed.`,
    );
  }
  return {
    path,
    label,
    source,
    // eslint-disable-next-line no-bitwise
    executable: (stats.mode & 0o100) !== 0,
    perEntity: mentionsEntity(path),
  };
}

function mentionsEntity(path: string): boolean {
  return (path.match(PATH_TAG) ?? []).some(tag => ENTITY.test(tag));
}

/** Reads a skeleton file and says whether it is rendered. */
export async function readSkeletonFile(
  file: SkeletonFile,
): Promise<SkeletonContent> {
  const bytes = await readFile(file.source);
  if (!isText(bytes)) {
    return { kind: 'verbatim', bytes };
  }
  const text = bytes.toString('utf8');
  if (!TAG.test(text)) {
    return { kind: 'verbatim', bytes };
  }
  return { kind: 'template', text, mentionsOpenApi: /\bopenapi\b/.test(text) };
}

/**
 * Whether a file is text as rendering sees it.
 *
 * @public
 */
export function isText(bytes: Buffer): boolean {
  // The first rule is that of fetch:template. Text in another encoding would
  // not survive being decoded, so it counts as binary too.
  return !isBinaryFileSync(bytes.subarray(0, SNIFFED_BYTES)) && isUtf8(bytes);
}
