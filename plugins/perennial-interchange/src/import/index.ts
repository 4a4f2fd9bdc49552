export * from './detectFormat';
export { IMPORT_FORMATS } from './formats';
export type { ImportFormatInfo } from './formats';
export { importModel, MAX_IMPORT_BYTES } from './importModel';
export * from './types';
