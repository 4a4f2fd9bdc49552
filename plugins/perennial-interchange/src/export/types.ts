import type { Database } from '@perennial/plugin-perennial-common';

/** A language that a model can be written in. @public */
export type ExportFormat = 'yaml' | 'mermaid' | 'sql';

/** How to write a model. @public */
export interface ExportOptions {
  format: ExportFormat;
  /** The database of the service. Default: `postgres`. */
  database?: Database;
}

/** What people and browsers have to know of a format. @public */
export interface ExportFormatInfo {
  format: ExportFormat;
  /** What it is called everywhere. */
  title: string;
  fileName: string;
  mediaType: string;
}
