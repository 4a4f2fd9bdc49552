import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/**
 * What the field gives back (the model, a JSON object) and what a template may
 * set under `ui:options`.
 *
 * @public
 */
export const ModelEditorFieldSchema = makeFieldSchema({
  output: z => z.record(z.unknown()),
  uiOptions: z =>
    z.object({
      database: z
        .enum(['postgres', 'mongo'])
        .optional()
        .describe(
          'The database of the services that the template makes: some ids and constraints exist on one of them only. Default: postgres.',
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
        .describe('Height of the editor in lines. Default: 20.'),
    }),
});

/** Options of the field under `ui:options`. @public */
export type ModelEditorUiOptions = NonNullable<
  (typeof ModelEditorFieldSchema)['uiOptionsType']
>;

/** Props that the form hands to the field. @public */
export type ModelEditorProps = (typeof ModelEditorFieldSchema)['TProps'];
