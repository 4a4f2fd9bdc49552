import { basename } from 'node:path';
import { InputError } from '@backstage/errors';
import { comparePaths } from './gitBlob';
import { type SkeletonFile, listSkeleton } from './skeleton';
import type { Layer } from './types';

/** A file, and whether its layer is one that renders. */
interface LayeredFile {
  file: SkeletonFile;
  rendered: boolean;
}

/**
 * Puts layers on top of each other. A layer that replaces a file of an earlier
 * one must say so, and what it says must be true: a part that is renamed or
 * removed below would otherwise go unnoticed.
 */
export async function mergeLayers(layers: Layer[]): Promise<SkeletonFile[]> {
  if (layers.length === 0) {
    throw new InputError(
      "There is no layer to render. Give 'layers' at least one folder.",
    );
  }
  const all = new Map<string, LayeredFile[]>();
  for (const layer of layers) {
    await addLayer(layer, all);
  }
  return [...all.values()]
    .flatMap(files => files.filter(({ rendered }) => rendered).slice(-1))
    .map(({ file }) => file)
    .sort(comparePaths);
}

async function addLayer(
  layer: Layer,
  all: Map<string, LayeredFile[]>,
): Promise<void> {
  const name = layer.name ?? basename(layer.path);
  const files = await listSkeleton(layer);
  const overrides = new Set(layer.overrides ?? []);
  const own = new Set(files.map(file => file.path));
  for (const path of overrides) {
    const missing = missingOverride(path, own, all);
    if (missing) {
      throw new InputError(
        `The layer '${name}' declares that it overrides '${path}', but ${missing}. Take it out of 'overrides' or mend the path.`,
      );
    }
  }
  for (const file of files) {
    const earlier = all.get(file.path);
    if (earlier && !overrides.has(file.path)) {
      const owner = earlier[earlier.length - 1].file.label;
      throw new InputError(
        `The layer '${name}' has a file '${file.path}' that '${owner}' has already. Rename one, or declare it under 'overrides' of the layer '${name}'.`,
      );
    }
    all.set(file.path, [
      ...(earlier ?? []),
      { file, rendered: layer.when !== false },
    ]);
  }
}

function missingOverride(
  path: string,
  own: Set<string>,
  earlier: Map<string, LayeredFile[]>,
): string | undefined {
  if (!own.has(path)) {
    return 'it has no such file';
  }
  return earlier.has(path) ? undefined : 'no earlier layer has such a file';
}
