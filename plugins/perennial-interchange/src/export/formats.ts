import type { ExportFormatInfo } from './types';

/** The formats of `exportModel`, in the order in which they are offered. @public */
export const EXPORT_FORMATS: readonly ExportFormatInfo[] = [
  {
    format: 'yaml',
    title: 'YAML',
    fileName: 'model.yaml',
    mediaType: 'application/yaml',
  },
  {
    format: 'mermaid',
    title: 'Mermaid',
    fileName: 'model.mmd',
    mediaType: 'text/vnd.mermaid',
  },
  {
    format: 'sql',
    title: 'SQL',
    fileName: 'schema.sql',
    mediaType: 'application/sql',
  },
];
