import fs from 'node:fs/promises';
import path from 'node:path';
import {
  LoggerService,
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { Layer } from '@perennial/plugin-perennial-node';
import { isAbsoluteUrl } from './isAbsoluteUrl';
import { placeLayers } from './placeLayers';

const COMMIT_ID = /^[0-9a-f]{40}$/;
const FILE_SCHEME = 'file://';

/** A layer as a template lists it. */
export interface LayerInput {
  path: string;
  when?: boolean | string;
  overrides?: string[];
}

export interface FetchLayersOptions {
  layers: LayerInput[];
  /** Where template.yaml is. */
  baseUrl?: string;
  isDryRun: boolean;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  /** An empty folder for what is fetched. */
  directory: string;
  logger: LoggerService;
  signal?: AbortSignal;
}

export interface FetchedLayers {
  layers: Layer[];
  /** The commit that the template was read at, where its host tells. */
  commit?: string;
}

/**
 * Makes the skeleton folders available on disk: in place for a template in
 * a folder of the backend, by one request for all layers otherwise.
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
  const { reader, integrations, directory, signal } = options;
  const placement = placeLayers({
    paths: options.layers.map(layer => layer.path),
    baseUrl,
    integrations,
  });
  let commit: string | undefined;
  const folders = new Map<string, string>();
  for (const [index, tree] of placement.trees.entries()) {
    const targetDir = path.join(directory, String(index));
    const response = await reader.readTree(tree.url, {
      signal,
      filter: file =>
        tree.folders.some(
          folder => folder === '' || file.startsWith(`${folder}/`),
        ),
    });
    await fs.mkdir(targetDir);
    await response.dir({ targetDir });
    folders.set(tree.url, targetDir);
    if (tree.ofTemplate && COMMIT_ID.test(response.etag)) {
      commit = response.etag;
    }
  }
  const layers = options.layers.map((layer, index) => {
    const { treeUrl, folder } = placement.places[index];
    const root = folders.get(treeUrl) ?? directory;
    return toLayer(layer, resolveSafeChildPath(root, folder || '.'));
  });
  return { layers, commit };
}

function toLayer(input: LayerInput, folder: string): Layer {
  return {
    path: folder,
    name: input.path,
    when: isTrue(input.when),
    overrides: input.overrides,
  };
}

/** An expression that gives nothing arrives as an empty string; one of a text as that text. */
function isTrue(when: boolean | string | undefined): boolean {
  return (
    when === undefined ||
    when === true ||
    (when !== false && !['', 'false'].includes(when.trim().toLowerCase()))
  );
}
