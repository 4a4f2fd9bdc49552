import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Layer } from '../render';
import type { LayerInput } from '../template';
import { layerApplies } from '../template/resolveLayers';
import { isAbsoluteUrl } from './isAbsoluteUrl';
import { placeLayers } from './placeLayers';
import type { FetchedLayers, FetchLayersOptions } from './types';

const COMMIT_ID = /^[0-9a-f]{40}$/;
const FILE_SCHEME = 'file://';

/**
 * Makes the skeleton folders available on disk: in place for a template in
 * a folder of the backend, by one request for all layers otherwise.
 *
 * @public
 */
export async function fetchLayers(
  options: FetchLayersOptions,
): Promise<FetchedLayers> {
  const { baseUrl, layers } = options;
  if (layers.every(layer => isAbsoluteUrl(layer.path))) {
    return await fetchRemote(options, undefined);
  }
  if (!baseUrl) {
    throw new InputError(
      'The template does not say where it is stored, so its layers cannot be found. Register it in the catalog ' +
        'from a file or url location, or write the layers as absolute URLs.',
    );
  }
  return baseUrl.startsWith(FILE_SCHEME)
    ? await findLocal(options, baseUrl.slice(FILE_SCHEME.length))
    : await fetchRemote(options, baseUrl);
}

async function findLocal(
  options: FetchLayersOptions,
  templateFile: string,
): Promise<FetchedLayers> {
  const { isDryRun, logger } = options;
  const templateFolder = templateFile.endsWith('/')
    ? path.resolve(templateFile)
    : path.dirname(templateFile);
  // Templates share parts with their neighbours, so the folder above is
  // within reach. Not in a dry run: anybody may send a template to that, and
  // the folder above holds other people's tasks.
  const root = isDryRun ? templateFolder : path.dirname(templateFolder);
  const remote = await fetchRemote(
    { ...options, layers: options.layers.filter(it => isAbsoluteUrl(it.path)) },
    undefined,
  );
  const layers = options.layers.flatMap(layer => {
    if (isAbsoluteUrl(layer.path)) {
      return remote.layers.splice(0, 1);
    }
    const relative = path.relative(
      root,
      path.resolve(templateFolder, layer.path),
    );
    if (isDryRun && relative.startsWith('..')) {
      logger.warn(
        `Dry run: the layer ${layer.path} is outside the template's own folder and is left out`,
      );
      return [];
    }
    return [toLayer(layer, resolveWithin(root, relative, layer.path))];
  });
  return { layers };
}

function resolveWithin(root: string, relative: string, written: string) {
  try {
    return resolveSafeChildPath(root, relative);
  } catch (error) {
    throw new InputError(
      `The layer "${written}" is outside the folder that the template's own folder is in. ` +
        "Move it next to the template, for example to '../parts/<name>'.",
      error,
    );
  }
}

async function fetchRemote(
  options: FetchLayersOptions,
  baseUrl: string | undefined,
): Promise<FetchedLayers> {
  const { readTree, integrations } = options;
  const placement = placeLayers({
    paths: options.layers.map(layer => layer.path),
    baseUrl,
    integrations,
  });
  let commit: string | undefined;
  const folders = new Map<string, string>();
  for (const tree of placement.trees) {
    const { folder, etag } = await readTree(tree);
    folders.set(tree.url, folder);
    if (tree.ofTemplate && COMMIT_ID.test(etag)) {
      commit = etag;
    }
  }
  const layers = options.layers.map((layer, index) => {
    const { treeUrl, folder } = placement.places[index];
    const root = folders.get(treeUrl);
    if (root === undefined) {
      throw new Error(`The tree ${treeUrl} was not read`);
    }
    return toLayer(layer, resolveSafeChildPath(root, folder || '.'));
  });
  return { layers, commit };
}

function toLayer(input: LayerInput, folder: string): Layer {
  return {
    path: folder,
    name: input.path,
    when: layerApplies(input.when),
    overrides: input.overrides,
  };
}
