import { JsonObject } from '@backstage/types';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  canonicalModel,
  resolvedNames,
  limitEntities,
} from '@perennial/plugin-perennial-common';
import { databaseInput, modelInput } from '../../lib/inputs/modelInputs';
import { readModel } from '../../lib/inputs/readModel';
import { examples } from './modelResolve.examples';

/**
 * Creates the action `perennial:model:resolve`: checks a model as a whole and
 * hands it on in its canonical form. It has no effects.
 *
 * @public
 */
export function createModelResolveAction() {
  return createTemplateAction({
    id: 'perennial:model:resolve',
    description:
      'Checks a data model (entities, fields, relations) and hands it on in its canonical form. Every problem is reported at once, with its place and what to do. Has no effects.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        model: modelInput,
        database: databaseInput,
        maximumEntities: z =>
          z
            .number({
              description:
                'Most entities that the model may have. Default: what every model may have',
            })
            .int()
            .min(1)
            .optional(),
      },
      output: {
        model: z =>
          z
            .object(
              {},
              {
                description:
                  'The model in its canonical form, for `perennial:service:render`',
              },
            )
            .passthrough(),
        entities: z =>
          z.array(z.string(), {
            description: 'Names of the entities, in the order of the model',
          }),
        names: z =>
          z.array(
            z
              .object({
                name: z.string({ description: 'As the model writes it' }),
              })
              .passthrough(),
            {
              description:
                'The names of each entity as `pascal`, `camel`, `snake`, `kebab` and `title`, and the same of its `plural`',
            },
          ),
        auth: z =>
          z.boolean({
            description:
              'An entity is owned by its caller, so the service has to authenticate',
          }),
      },
    },
    async handler(ctx) {
      const { document, resolved } = readModel(ctx.input);
      if (ctx.input.maximumEntities !== undefined) {
        limitEntities(resolved, ctx.input.maximumEntities);
      }
      const entities = resolved.entities.map(entity => entity.name);
      ctx.logger.info(
        `The model is valid: ${entities.length} entities (${entities.join(
          ', ',
        )})`,
      );
      ctx.output(
        'model',
        // The document is plain JSON; its interface lacks an index signature.
        canonicalModel(document) as unknown as JsonObject,
      );
      ctx.output('entities', entities);
      ctx.output(
        'names',
        resolvedNames(resolved).map(names => ({ ...names })),
      );
      ctx.output('auth', resolved.hasOwned);
    },
  });
}
