export {
  type PreviewApi,
  previewApiRef,
  PreviewFailure,
  type PreviewFailureKind,
} from './previewApi';
