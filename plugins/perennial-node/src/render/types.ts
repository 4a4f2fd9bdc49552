import type { JsonObject } from '@backstage/types';
import type {
  Database,
  ModelDocument,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';

/**
 * A skeleton folder. Layers render in order into one tree.
 *
 * @public
 */
export interface Layer {
  /** Absolute path of the folder. */
  path: string;
  /** What messages call the layer; the last part of `path` by default. */
  name?: string;
  /** False leaves the layer out. Its files still count where overrides are checked. */
  when?: boolean;
  /** Files of earlier layers, by their path in the skeleton, that this layer replaces. */
  overrides?: string[];
}

/**
 * Where a service's template comes from, for its lineage. Nothing secret.
 *
 * @public
 */
export interface TemplateOrigin {
  /** Entity reference in the catalog: `template:default/express-postgres`. */
  ref?: string;
  /** URL of template.yaml. */
  source?: string;
  commit?: string;
  version?: string;
}

/**
 * A file as it was written.
 *
 * @public
 */
export interface RenderedFile {
  /** Relative to the target, with `/` on every platform. */
  path: string;
  /** Git's file mode. */
  mode: '100644' | '100755';
  /** Git's blob id of the content. */
  blob: string;
}

/** @public */
export interface RenderProgress {
  done: number;
  total: number;
}

/** The part of a logger that rendering needs; Backstage's fits. @public */
export interface RenderLogger {
  info(message: string): void;
}

/**
 * What the engine does where the target already has a file with other content:
 * `replace` it, as a retried task must, or `refuse`.
 *
 * @public
 */
export type ExistingFiles = 'replace' | 'refuse';

/** Whitespace around block tags, as in `fetch:template`. @public */
export interface WhitespaceOptions {
  trimBlocks?: boolean;
  lstripBlocks?: boolean;
}

/** @public */
export interface RenderOptions extends WhitespaceOptions {
  layers: Layer[];
  model: ResolvedModel;
  document: ModelDocument;
  /** What the model was resolved for; `postgres` by default. */
  database?: Database;
  values: JsonObject;
  /** Absolute path of the folder to render into; made where it is missing. */
  target: string;
  /**
   * Folder of the target for `model.yaml` and `lineage.yaml`, where the
   * service is one of several units of a repository. By default the model is at
   * the root and the lineage in `.perennial`.
   */
  recordPath?: string;
  origin?: TemplateOrigin;
  existing?: ExistingFiles;
  /**
   * An empty folder on the target's file system to prepare the files in. One
   * beside the target by default.
   */
  staging?: string;
  signal?: AbortSignal;
  logger?: RenderLogger;
  onProgress?: (progress: RenderProgress) => void;
}

/** @public */
export interface RenderResult {
  /** Every file but the lineage itself, by path. */
  files: RenderedFile[];
  lineage: RenderedFile;
  /** Changes exactly when a path, a mode or a content does. */
  digest: string;
}
