import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { Layer } from '../render';
import type { LayerInput } from '../template';

/** A folder to read, and what of it is needed. @public */
export interface LayerTree {
  url: string;
  /** Folders within it, '' for all of it. */
  folders: string[];
  /** It holds the template itself. */
  ofTemplate: boolean;
}

/** A folder that has been read. @public */
export interface TreeOnDisk {
  /** Absolute. Nobody writes to it. */
  folder: string;
  /** The commit, where its host tells. */
  etag: string;
}

/** Brings a folder of a repository onto disk. @public */
export type ReadTree = (tree: LayerTree) => Promise<TreeOnDisk>;

/** @public */
export interface FetchLayersOptions {
  layers: LayerInput[];
  /** Where template.yaml is. */
  baseUrl?: string;
  isDryRun: boolean;
  integrations: ScmIntegrations;
  /** How the layers of a template in a repository are read. */
  readTree: ReadTree;
  logger: LoggerService;
}

/** @public */
export interface FetchedLayers {
  layers: Layer[];
  /** The commit that the template was read at, where its host tells. */
  commit?: string;
}
