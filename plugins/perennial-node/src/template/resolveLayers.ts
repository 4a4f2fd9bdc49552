import { lstat } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { Layer } from '../render';
import type { LayerInput } from './types';

/**
 * Finds the folders that a template's layers name.
 *
 * A layer may lie in the template's own folder or in a folder beside it
 * (`../parts/kubernetes`), never further out, and no part of the way to it may be
 * a symbolic link.
 *
 * @public
 */
export async function resolveLayers(options: {
  /** Folder of template.yaml. */
  folder: string;
  layers: LayerInput[];
}): Promise<Layer[]> {
  const folder = resolve(options.folder);
  const layers: Layer[] = [];
  for (const input of options.layers) {
    layers.push({
      path: await resolveLayer(folder, input.path),
      name: input.path,
      when: layerApplies(input.when),
      overrides: input.overrides,
    });
  }
  return layers;
}

async function resolveLayer(folder: string, path: string): Promise<string> {
  if (
    posix.isAbsolute(path) ||
    /^[a-z]:/i.test(path) ||
    path.includes('\\') ||
    path.includes('\0') ||
    path.trim() === ''
  ) {
    throw new InputError(
      `The layer path ${JSON.stringify(
        path,
      )} is not a relative path. Write it relative to template.yaml, with '/': './skeleton' or '../parts/kubernetes'.`,
    );
  }
  const root = dirname(folder);
  const target = join(folder, path);
  const inside = relative(root, target);
  if (inside === '' || inside.split(sep)[0] === '..') {
    throw new InputError(
      `The layer path '${path}' leaves the folder that holds the templates. Put the layer into the template's folder or into one beside it.`,
    );
  }
  await refuseLinks(root, inside.split(sep), path);
  return target;
}

async function refuseLinks(
  root: string,
  parts: string[],
  path: string,
): Promise<void> {
  let place = root;
  for (const part of parts) {
    place = join(place, part);
    const stats = await lstat(place).catch(() => undefined);
    if (!stats) {
      throw new InputError(
        `The layer '${path}' does not exist. Mend its path in template.yaml.`,
      );
    }
    if (!stats.isDirectory()) {
      throw new InputError(
        `The layer path '${path}' leads over '${part}', which is ${
          stats.isSymbolicLink() ? 'a symbolic link' : 'not a folder'
        }. Layers are plain folders.`,
      );
    }
  }
}

/**
 * Whether a layer's `when` holds. An expression that gives nothing arrives as an
 * empty text; one of a text as that text.
 */
export function layerApplies(when: JsonValue | undefined): boolean {
  return typeof when === 'string'
    ? !['', 'false'].includes(when.trim().toLowerCase())
    : isTruthy(when);
}

/**
 * Whether an `if` holds, as Backstage's workflow runner sees it, but for the text
 * 'false', which can only come from an expression.
 */
export function isTruthy(value: JsonValue | undefined): boolean {
  if (value === undefined) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return Boolean(value) && value !== 'false';
}
