import type { ImportFormat } from './types';

/** What people are told about a format. @public */
export interface ImportFormatInfo {
  format: ImportFormat;
  /** As its makers write it. */
  title: string;
  /** Of its files, with the dot, the usual one first. */
  extensions: string[];
}

/** The formats that a model can be read from, in the order in which they are offered. @public */
export const IMPORT_FORMATS: readonly ImportFormatInfo[] = [
  { format: 'sql', title: 'SQL (PostgreSQL)', extensions: ['.sql', '.ddl'] },
  {
    format: 'openapi',
    title: 'OpenAPI',
    extensions: ['.yaml', '.yml', '.json'],
  },
  {
    format: 'jsonSchema',
    title: 'JSON Schema',
    extensions: ['.json', '.yaml', '.yml'],
  },
  { format: 'prisma', title: 'Prisma schema', extensions: ['.prisma'] },
  { format: 'jdl', title: 'JDL (JHipster)', extensions: ['.jdl', '.jh'] },
  { format: 'csv', title: 'CSV', extensions: ['.csv', '.tsv'] },
];

/** The title of a format, for messages. */
export function titleOf(format: ImportFormat): string {
  return IMPORT_FORMATS.find(info => info.format === format)?.title ?? format;
}
