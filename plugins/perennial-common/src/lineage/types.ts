import { z } from 'zod';
import type { JsonValue } from '../wire/types';

/** Where a repository keeps its lineage. @public */
export const LINEAGE_PATH = '.perennial/lineage.yaml';

const blob = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
  .describe('Id of the Git blob with the bytes that were generated.');

/**
 * Schema of `.perennial/lineage.yaml`: what a repository was generated from.
 *
 * @public
 */
export const lineageSchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  template: z
    .strictObject({
      entityRef: z
        .string()
        .optional()
        .describe(
          'The template in the catalog: template:default/express-postgres.',
        ),
      url: z.string().optional().describe('Where the template’s source is.'),
      commit: z
        .string()
        .optional()
        .describe('Commit of the template’s source.'),
      version: z
        .string()
        .optional()
        .describe('Version that the template gives itself.'),
    })
    .describe('The template, and which state of it.'),
  engine: z
    .strictObject({ version: z.string().min(1) })
    .describe('The engine that rendered.'),
  database: z
    .enum(['postgres', 'mongo'])
    .optional()
    .describe('What the model was resolved for.'),
  layers: z
    .array(z.string())
    .describe('The skeleton folders that were rendered, in order.'),
  values: z
    .record(z.string(), z.json())
    .describe('The options. Never a secret.'),
  model: z
    .strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional()
    .describe('SHA-256 of model.yaml.'),
  files: z
    .array(
      z.strictObject({
        path: z
          .string()
          .min(1)
          .describe('From the repository’s root, with slashes.'),
        mode: z.enum(['100644', '100755']).describe('Git’s file mode.'),
        blob,
      }),
    )
    .describe('Every generated file.'),
});

/** What a repository was generated from. @public */
export type Lineage = z.infer<typeof lineageSchema>;

/** A generated file in a lineage. @public */
export type LineageFile = Lineage['files'][number];

/** The options in a lineage. @public */
export type LineageValues = { [name: string]: JsonValue };
