import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { isAbsoluteUrl } from './isAbsoluteUrl';
import type { LayerTree } from './types';

export interface LayerPlacement {
  trees: LayerTree[];
  /** For each path: the tree that it is in, and where. */
  places: { treeUrl: string; folder: string }[];
}

/**
 * Groups layers so that all those written relative to the template are read
 * with one request: reading a folder of a repository downloads the repository,
 * and one for each layer would download it as often.
 */
export function placeLayers(options: {
  paths: string[];
  baseUrl?: string;
  integrations: ScmIntegrations;
}): LayerPlacement {
  const { paths, baseUrl, integrations } = options;
  const trees = new Map<string, LayerTree>();
  const relative = paths.filter(it => !isAbsoluteUrl(it)).map(normalise);
  const climb = Math.max(0, ...relative.map(it => it.climb));
  const places = paths.map(written => {
    if (isAbsoluteUrl(written)) {
      return addFolder(trees, written, '', false);
    }
    if (!baseUrl) {
      throw new InputError(
        `The layer "${written}" is relative, and the template does not say where it is stored. ` +
          'Register it in the catalog from a file or url location.',
      );
    }
    const { url, above } = ancestorOf(baseUrl, climb, integrations);
    const layer = normalise(written);
    const folder = [
      ...above.slice(0, above.length - layer.climb),
      ...layer.segments,
    ];
    return addFolder(trees, url, folder.join('/'), true);
  });
  return { trees: [...trees.values()], places };
}

function addFolder(
  trees: Map<string, LayerTree>,
  url: string,
  folder: string,
  ofTemplate: boolean,
): { treeUrl: string; folder: string } {
  const tree = trees.get(url) ?? { url, folders: [], ofTemplate };
  tree.folders.push(folder);
  trees.set(url, tree);
  return { treeUrl: url, folder };
}

/** Splits `../../parts/ci` into two steps up and the way down from there. */
function normalise(written: string): { climb: number; segments: string[] } {
  const segments = path.posix
    .normalize(written)
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
  const climb = segments.filter(segment => segment === '..').length;
  return { climb, segments: segments.slice(climb) };
}

/** The folder so many steps above the template, and the names of those steps. */
function ancestorOf(
  baseUrl: string,
  climb: number,
  integrations: ScmIntegrations,
): { url: string; above: string[] } {
  const integration = integrations.byUrl(baseUrl);
  if (!integration) {
    throw new InputError(
      `There is no integration for the template's location ${baseUrl}. Add its host under \`integrations\` in the app-config.`,
    );
  }
  const folders = new URL('.', baseUrl).pathname.split('/').filter(Boolean);
  if (climb >= folders.length) {
    throw new InputError(
      `A layer of the template at ${baseUrl} leads ${climb} folders up, out of its repository. Move the layer into the repository.`,
    );
  }
  const url = integration
    .resolveUrl({
      url: climb === 0 ? './' : '../'.repeat(climb),
      base: baseUrl,
    })
    .replace(/\/$/, '');
  return {
    url,
    above: folders
      .slice(folders.length - climb)
      .map(segment => decodeURIComponent(segment)),
  };
}
