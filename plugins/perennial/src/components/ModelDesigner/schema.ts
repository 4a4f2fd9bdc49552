import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/**
 * What the field gives back (the model, a JSON object) and what a template may
 * set under `ui:options`.
 *
 * @public
 */
export const ModelDesignerFieldSchema = makeFieldSchema({
  output: z => z.record(z.unknown()),
  uiOptions: z =>
    z.object({
      database: z
        .enum(['postgres', 'mongo'])
        .optional()
        .describe(
          'The database of the services that the template makes: some ids and constraints exist on one of them only. Default: postgres.',
        ),
      api: z
        .enum(['service', 'adminServer'])
        .optional()
        .describe(
          'Where the services that the template makes serve an entity: under /api/v1, or as one of the services of an admin server. Default: service.',
        ),
      examples: z
        .array(
          z.union([
            z.string().describe('The name of an example of this plugin.'),
            z.object({
              title: z.string(),
              description: z.string().optional(),
              text: z.string().describe('The model as YAML.'),
            }),
          ]),
        )
        .optional()
        .describe(
          'Models to start from, in this order: names of bundled examples, or models of your own. An empty list hides the menu. Default: all bundled examples.',
        ),
      rows: z
        .number()
        .int()
        .min(5)
        .max(80)
        .optional()
        .describe('Height of the views in lines of text. Default: 24.'),
      preview: z
        .boolean()
        .optional()
        .describe(
          'Offers to show the files that the template would make. Default: true.',
        ),
    }),
});

/** Options of the field under `ui:options`. @public */
export type ModelDesignerUiOptions = NonNullable<
  (typeof ModelDesignerFieldSchema)['uiOptionsType']
>;

/** Props that the form hands to the field. @public */
export type ModelDesignerProps = (typeof ModelDesignerFieldSchema)['TProps'];
