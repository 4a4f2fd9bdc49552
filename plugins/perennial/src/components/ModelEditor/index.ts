export { ModelEditor } from './ModelEditor';
export { modelEditorField } from './modelEditorField';
export {
  ModelEditorFieldSchema,
  type ModelEditorProps,
  type ModelEditorUiOptions,
} from './schema';
