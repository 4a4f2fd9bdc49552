import fs from 'node:fs/promises';
import path from 'node:path';
import {
  type BackstageCredentials,
  type BackstageUserPrincipal,
  type LoggerService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type PreviewAnswer,
  type PreviewRequest,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import {
  type Layer,
  type RenderRequest,
  checkValues,
  completeAnswers,
  evaluateTemplate,
  fetchLayers,
  modelParameter,
  renderService,
  templateOrigin,
} from '@perennial/plugin-perennial-node';
import type { CatalogTemplate, Templates } from './Templates';
import type { TreeCache, TreeLease } from './TreeCache';
import type { PreviewLimits } from './limits';
import { readFiles } from './readFiles';

/** Who asks. */
export type PreviewCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** What a template asks for, and which of the answers to its form were assumed. */
type Plan = RenderRequest & Pick<PreviewAnswer, 'assumed'>;

/** What previews are made with. */
export interface PreviewMakerOptions {
  templates: Templates;
  trees: TreeCache;
  integrations: ScmIntegrations;
  limits: PreviewLimits;
  /** Where folders for rendering are made. */
  directory: string;
  logger: LoggerService;
}

/** Makes previews: the same work as a task's, in a folder that is gone afterwards. */
export class PreviewMaker {
  readonly #options: PreviewMakerOptions;

  constructor(options: PreviewMakerOptions) {
    this.#options = options;
  }

  async make(
    request: PreviewRequest,
    credentials: PreviewCredentials,
    signal: AbortSignal,
  ): Promise<PreviewAnswer> {
    const { templates, directory } = this.#options;
    const template = await templates.find(request.templateRef, credentials);
    const plan = await this.#evaluate(template, request, credentials);
    signal.throwIfAborted();
    // What cleans temporary folders up may have found the backend idle.
    await fs.mkdir(directory, { recursive: true, mode: 0o700 });
    const folder = await fs.mkdtemp(path.join(directory, 'preview-'));
    try {
      return await this.#render({ template, plan, folder, request, signal });
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  }

  async #evaluate(
    template: CatalogTemplate,
    request: PreviewRequest,
    credentials: PreviewCredentials,
  ): Promise<Plan> {
    const { document } = template;
    const answers = withoutModel(template, request.parameters as JsonObject);
    // Before anything else walks over it: these know how deep is too deep.
    checkValues(answers);
    const model = parseModel(request.model);
    const plan = await evaluateTemplate({
      document,
      parameters: completeAnswers({ document, parameters: answers }),
      model: model as unknown as JsonValue,
      user: { ref: credentials.principal.userEntityRef },
      outputs: {
        'catalog:fetch': input =>
          this.#options.templates.fetch(input, credentials),
      },
    });
    const given = new Set([...Object.keys(answers), modelParameter(document)]);
    const assumed = Object.entries(plan.parameters).flatMap(([name, value]) =>
      given.has(name) || value === undefined ? [] : [{ name, value }],
    );
    return { ...plan, assumed };
  }

  async #render(options: {
    template: CatalogTemplate;
    plan: Plan;
    folder: string;
    request: PreviewRequest;
    signal: AbortSignal;
  }): Promise<PreviewAnswer> {
    const { template, plan, folder, request, signal } = options;
    const { limits, logger } = this.#options;
    const { document, model } = plan.resolved ?? resolve(plan);
    limitCount('entities', model.entities.length, limits.entities);
    const target = resolveSafeChildPath(folder, plan.targetPath ?? 'service');
    await fs.mkdir(path.dirname(target), { recursive: true });
    return await this.#withLayers(
      plan,
      template,
      signal,
      async (layers, commit) => {
        const { files, lineage, digest } = await renderService({
          layers,
          model,
          document,
          database: plan.database,
          values: plan.values,
          target,
          recordPath: plan.recordPath,
          trimBlocks: plan.trimBlocks,
          lstripBlocks: plan.lstripBlocks,
          origin: templateOrigin(template, commit),
          logger: { info: message => logger.debug(message) },
          signal,
          onProgress: ({ total }) => limitCount('files', total, limits.files),
        });
        const all = [lineage, ...files].sort((left, right) =>
          left.path < right.path ? -1 : 1,
        );
        const { textBytes } = limits;
        const { paths } = request;
        return {
          files: await readFiles(target, all, { paths, textBytes, signal }),
          digest,
          assumed: plan.assumed,
        };
      },
    );
  }

  async #withLayers<T>(
    plan: RenderRequest,
    template: CatalogTemplate,
    signal: AbortSignal,
    use: (layers: Layer[], commit: string | undefined) => Promise<T>,
  ): Promise<T> {
    const { trees, integrations, logger } = this.#options;
    const leases: TreeLease[] = [];
    try {
      const { layers, commit } = await fetchLayers({
        layers: plan.layers,
        baseUrl: template.baseUrl,
        isDryRun: false,
        integrations,
        readTree: async tree => {
          signal.throwIfAborted();
          const lease = await trees.lease(tree, signal);
          leases.push(lease);
          return lease;
        },
        logger,
      });
      return await use(layers, commit);
    } finally {
      await Promise.all(leases.map(lease => lease.release()));
    }
  }
}

function withoutModel(
  { document }: CatalogTemplate,
  parameters: JsonObject,
): JsonObject {
  const { [modelParameter(document)]: _model, ...answers } = parameters;
  return answers;
}

function resolve({ model, database }: RenderRequest) {
  const document = parseModel(model);
  return { document, model: resolveModel(document, { database }) };
}

function limitCount(what: string, count: number, maximum: number): void {
  if (count > maximum) {
    throw new InputError(
      `A preview is made of at most ${maximum} ${what}, and this would be ${count}. The service itself can be created all the same; ` +
        `whoever runs the portal can raise the limit under perennial.preview in the app-config.`,
    );
  }
}
