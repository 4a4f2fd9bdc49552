export { downloadTree, downloadTrees } from './downloadTrees';
export { fetchLayers } from './fetchLayers';
export type {
  FetchedLayers,
  FetchLayersOptions,
  LayerTree,
  ReadTree,
  TreeOnDisk,
} from './types';
export { templateOrigin, type TemplateSource } from './templateOrigin';
export { temporaryRoot } from './temporaryRoot';
