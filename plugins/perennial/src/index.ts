/**
 * Perennial in the portal: the model field of the Create page.
 *
 * @packageDocumentation
 */
export { perennialPlugin, perennialPlugin as default } from './plugin';
export { perennialTranslationRef } from './translation';
export {
  ModelEditorFieldSchema,
  type ModelEditorProps,
  type ModelEditorUiOptions,
} from './components/ModelEditor/schema';
