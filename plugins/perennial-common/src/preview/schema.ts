import { z } from 'zod';

/** Files that one request may ask for by name. @public */
export const MAX_PREVIEW_PATHS = 100;

const path = z.string().min(1).max(4096);

/** Schema of a {@link PreviewRequest}. @public */
export const previewRequestSchema = z.strictObject({
  templateRef: z
    .string()
    .min(1)
    .max(400)
    .describe('The template: template:default/express-postgres.'),
  parameters: z
    .record(z.string(), z.unknown())
    .describe('Answers to its form; those of steps to come may be missing.'),
  model: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .describe('The model, as a document or as text.'),
  paths: z
    .array(path)
    .max(MAX_PREVIEW_PATHS)
    .describe('Files whose text is wanted; of all where left out.')
    .optional(),
});

/** Schema of a {@link PreviewFile}. @public */
export const previewFileSchema = z.object({
  path: path.describe('From the root of the service.'),
  size: z.number().int().nonnegative().describe('In bytes.'),
  mode: z.enum(['100644', '100755']).describe("Git's file mode."),
  blobId: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .describe("Git's blob id of the content."),
  text: z.string().optional(),
  omitted: z
    .enum(['binary', 'tooLarge'])
    .describe(
      'Why a text that was asked for is not there: the file is none, or it no longer fits into the answer.',
    )
    .optional(),
});

/** Schema of a {@link PreviewAnswer}. @public */
export const previewAnswerSchema = z.object({
  files: z.array(previewFileSchema).describe('By path.'),
  digest: z
    .string()
    .describe('Changes exactly when a path, a mode or a content does.'),
  assumed: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .describe('Parameters that had no answer, and what was taken instead.'),
});

/** Schema of a problem of a model, as an error's body tells it. @public */
export const modelProblemSchema = z.object({
  path: z.string(),
  pointer: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  mend: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
});

/** What a preview is asked for. @public */
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

/** A file of a preview. @public */
export type PreviewFile = z.infer<typeof previewFileSchema>;

/** What a template would make of a model. @public */
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;
