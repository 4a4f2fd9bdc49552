export { checkPath } from './checkPath';
export { checkValues } from './checkValues';
export { gitBlobId } from './gitBlob';
export { renderService } from './renderService';
export { isText } from './skeleton';
export type {
  ExistingFiles,
  Layer,
  RenderedFile,
  RenderLogger,
  RenderOptions,
  RenderProgress,
  RenderResult,
  TemplateOrigin,
  WhitespaceOptions,
} from './types';
