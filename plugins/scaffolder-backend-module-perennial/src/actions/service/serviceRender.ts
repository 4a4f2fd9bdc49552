import fs from 'node:fs/promises';
import path from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonValue } from '@backstage/types';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  downloadTrees,
  fetchLayers,
  renderService,
  templateOrigin,
  temporaryRoot,
} from '@perennial/plugin-perennial-node';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { resolveInWorkspace } from '../../lib/guards/resolveInWorkspace';
import { databaseInput, modelInput } from '../../lib/inputs/modelInputs';
import { readModel } from '../../lib/inputs/readModel';
import { examples } from './serviceRender.examples';

/**
 * Options of {@link createServiceRenderAction}.
 *
 * @public
 */
export interface ServiceRenderActionOptions {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  config: Config;
}

/**
 * Creates the action `perennial:service:render`: renders a model through
 * the skeleton layers of a template into the workspace.
 *
 * @public
 */
export function createServiceRenderAction(options: ServiceRenderActionOptions) {
  const { reader, integrations, config } = options;
  return createTemplateAction({
    id: 'perennial:service:render',
    description:
      'Renders a data model through the skeleton layers of a template into the workspace, with `model.yaml` and the lineage in `.perennial/lineage.yaml`. The same input gives the same bytes. Writes to the workspace only.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        layers: z =>
          z
            .array(
              z.object({
                path: z.string({
                  description:
                    'Folder of the layer, relative to template.yaml, or an absolute URL',
                }),
                when: z
                  .union([z.boolean(), z.string()], {
                    description:
                      'False or empty text leaves the layer out. Default: `true`',
                  })
                  .optional(),
                overrides: z
                  .array(z.string(), {
                    description:
                      'Files of earlier layers, by their path in the skeleton, that this layer replaces. Default: none',
                  })
                  .optional(),
              }),
              {
                description:
                  'Skeleton folders, rendered in order into one tree',
              },
            )
            .min(1),
        model: modelInput,
        database: databaseInput,
        values: z =>
          z.record(z.unknown(), {
            description:
              'What the skeleton knows as `values`. It is kept in the lineage, so never a secret',
          }),
        trimBlocks: z =>
          z
            .boolean({
              description:
                'Drop the line break after a block tag, as in `fetch:template`. Default: `false`',
            })
            .optional(),
        lstripBlocks: z =>
          z
            .boolean({
              description:
                'Drop the blanks before a block tag, as in `fetch:template`. Default: `false`',
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace to render into. Default: the workspace itself',
            })
            .optional(),
        recordPath: z =>
          z
            .string({
              description:
                'Folder for `model.yaml` and `lineage.yaml`, where the service is one of several of a repository. Default: `model.yaml` beside the files and `.perennial/lineage.yaml`',
            })
            .optional(),
        existing: z =>
          z
            .enum(['replace', 'refuse'], {
              description:
                'What to do where the folder has a file with other content, as a repository that was fetched may. Default: `replace`',
            })
            .optional(),
      },
      output: {
        files: z => z.number({ description: 'Number of files rendered' }),
        entities: z => z.number({ description: 'Number of entities rendered' }),
        digest: z =>
          z.string({
            description:
              'Changes exactly when a path, a mode or a content of the result does',
          }),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { model, ...rest } = input;
      refuseUnrendered(rest);
      const target = resolveInWorkspace({
        workspacePath: ctx.workspacePath,
        input: 'targetPath',
        value: input.targetPath,
      });
      const { document, resolved } = readModel({
        model,
        database: input.database,
      });
      const directory = await fs.mkdtemp(
        path.join(temporaryRoot(config), 'perennial-layers-'),
      );
      try {
        const { layers, commit } = await fetchLayers({
          layers: input.layers,
          baseUrl: ctx.templateInfo?.baseUrl,
          isDryRun: ctx.isDryRun ?? false,
          integrations,
          readTree: downloadTrees({ reader, directory, signal }),
          logger,
        });
        const { files, digest } = await renderService({
          layers,
          model: resolved,
          document,
          database: input.database,
          values: input.values as Record<string, JsonValue>,
          target,
          recordPath: input.recordPath,
          existing: input.existing,
          origin: templateOrigin(ctx.templateInfo, commit),
          trimBlocks: input.trimBlocks,
          lstripBlocks: input.lstripBlocks,
          signal,
          logger,
        });
        ctx.output('files', files.length);
        ctx.output('entities', resolved.entities.length);
        ctx.output('digest', digest);
      } finally {
        await fs.rm(directory, { recursive: true, force: true });
      }
    },
  });
}
