export {
  perennialPermissions,
  perennialPreviewReadPermission,
} from './permission';
export {
  MAX_PREVIEW_PATHS,
  modelProblemSchema,
  previewAnswerSchema,
  previewFileSchema,
  previewRequestSchema,
  type PreviewAnswer,
  type PreviewFile,
  type PreviewRequest,
} from './schema';
