/**
 * Perennial in the portal: the model designer of the Create page.
 *
 * @packageDocumentation
 */
export { perennialPlugin, perennialPlugin as default } from './plugin';
export { perennialTranslationRef } from './translation';
export {
  ModelDesignerFieldSchema,
  type ModelDesignerProps,
  type ModelDesignerUiOptions,
} from './components/ModelDesigner/schema';
export {
  type PreviewApi,
  previewApiRef,
  PreviewFailure,
  type PreviewFailureKind,
} from './api';
