export type { TextMark, TextReveal } from './codeEditorTypes';
export { LazyCodeEditor } from './LazyCodeEditor';
