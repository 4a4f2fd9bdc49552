import type { JsonObject } from '@backstage/types';
import {
  type ResolvedEntity,
  type ResolvedModel,
  openApiDocument,
  parseModel,
  resolveModel,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import { Environment, Template } from 'nunjucks';
import { EntityBatch } from '../render/EntityBatch';
import { RenderContexts } from '../render/RenderContexts';
import {
  SkeletonRenderer,
  pathSource,
  splitPath,
} from '../render/SkeletonRenderer';
import { mergeLayers } from '../render/mergeLayers';
import { type SkeletonFile, readSkeletonFile } from '../render/skeleton';
import { type RenderPlan, planRender, readTemplate } from '../template';
import { ANSWERS, answersTo } from './shippedTemplates';

/** Everything that one template and one model are rendered from. */
export interface OracleCase {
  /** The folder of the template. */
  folder: string;
  model: unknown;
  answers: JsonObject;
}

interface Inputs {
  plan: RenderPlan;
  resolved: ResolvedModel;
  openApi: string;
  modelYaml: string;
}

async function prepare(testCase: OracleCase): Promise<Inputs> {
  const template = await readTemplate({ folder: testCase.folder });
  const document = parseModel(testCase.model);
  const modelYaml = stringifyModel(document);
  const plan = await planRender({
    template,
    parameters: { ...ANSWERS, ...answersTo(template, testCase.answers) },
    model: modelYaml,
  });
  const resolved = resolveModel(document, { database: plan.database });
  const openApi = JSON.stringify(
    openApiDocument(resolved, {
      name: 'shop',
      title: 'Shop',
      description: '',
      version: '1.0.0',
      auth: 'none',
    }),
    undefined,
    2,
  );
  return { plan, resolved, openApi, modelYaml };
}

/** An entity as `model.entities` holds it. */
function withoutMembers(entity: ResolvedEntity) {
  const {
    fields: _fields,
    relations: _relations,
    inverses: _inverses,
    sortable: _sortable,
    searchable: _searchable,
    schemas: _schemas,
    examples: _examples,
    ...reference
  } = entity;
  return reference;
}

class Comparison {
  compared = 0;
  readonly different: string[] = [];
  readonly #environment: Environment;
  readonly #renderer: SkeletonRenderer;
  readonly #contexts: RenderContexts;
  readonly #batch: EntityBatch;
  readonly #shared: { texts: Record<string, string>; data: object };

  constructor(
    { plan, resolved, modelYaml, openApi }: Inputs,
    private readonly compiled: Map<string, Template>,
  ) {
    // Nunjucks, set up like Backstage set it up before it changed over.
    this.#environment = new Environment(null, {
      autoescape: false,
      tags: { variableStart: '${{', variableEnd: '}}' },
      trimBlocks: plan.trimBlocks,
      lstripBlocks: plan.lstripBlocks,
    });
    this.#renderer = new SkeletonRenderer(plan);
    this.#contexts = new RenderContexts(this.#renderer, {
      model: resolved,
      values: plan.values,
      modelYaml,
      openApi: () => openApi,
    });
    this.#batch = new EntityBatch(
      this.#renderer,
      this.#contexts,
      resolved.entities.slice(0, 20),
    );
    this.#shared = {
      data: {
        values: plan.values,
        model: { ...resolved, entities: resolved.entities.map(withoutMembers) },
      },
      texts: { modelYaml, openapi: openApi },
    };
  }

  #compare(label: string, ours: string, theirs: string): void {
    this.compared += 1;
    if (ours !== theirs) this.different.push(label);
  }

  /** What nunjucks gives. A text is compiled once, and no render sees what another did to its values. */
  #expected(text: string, entity?: unknown): string {
    const template =
      this.compiled.get(text) ?? new Template(text, this.#environment);
    this.compiled.set(text, template);
    const { data, texts } = this.#shared;
    return template.render({
      ...JSON.parse(JSON.stringify(data)),
      ...texts,
      entity,
    });
  }

  #expectedPath(file: SkeletonFile, entity?: unknown): string {
    return splitPath(this.#expected(pathSource(file.path), entity)).join('/');
  }

  async file(file: SkeletonFile): Promise<void> {
    const content = await readSkeletonFile(file);
    const text = content.kind === 'template' ? content.text : undefined;
    if (file.perEntity) this.#perEntity(file, content, text);
    else this.#once(file, text);
  }

  #once(file: SkeletonFile, text: string | undefined): void {
    const { label } = file;
    const context = this.#contexts.withOpenApi(this.#contexts.shared());
    const segments = this.#renderer.renderPath(file.path, context, { label });
    this.#compare(label, segments.join('/'), this.#expectedPath(file));
    if (text === undefined || segments.includes('')) return;
    const ours = this.#renderer.renderFile(text, context, { label });
    this.#compare(label, ours, this.#expected(text));
  }

  #perEntity(
    file: SkeletonFile,
    content: Awaited<ReturnType<typeof readSkeletonFile>>,
    text: string | undefined,
  ): void {
    const { label } = file;
    const { entities } = this.#batch;
    const wanted: number[] = [];
    for (const [index, segments] of this.#batch.renderPaths(file).entries()) {
      const theirs = this.#expectedPath(file, entities[index]);
      this.#compare(label, segments.join('/'), theirs);
      if (!segments.includes('')) wanted.push(index);
    }
    if (text === undefined || content.kind !== 'template') return;
    const texts = this.#batch.renderFiles(file, content, wanted);
    for (const [position, index] of wanted.entries()) {
      const entity = entities[index];
      this.#compare(
        `${label} for ${entity.name}`,
        texts[position],
        this.#expected(text, entity),
      );
    }
  }
}

/** Compares what nunjitsu renders with what nunjucks makes of the same skeletons. */
export class Oracle {
  readonly #compiled = new Map<string, Template>();

  /**
   * Renders every file of every layer twice, those of layers that are off by
   * default, too.
   *
   * @returns how many texts and paths were compared, and the labels of those that differ
   */
  async compare(
    testCase: OracleCase,
  ): Promise<{ compared: number; different: string[] }> {
    const inputs = await prepare(testCase);
    const files = await mergeLayers(
      inputs.plan.layers.map(layer => ({ ...layer, when: true })),
    );
    const comparison = new Comparison(inputs, this.#compiled);
    for (const file of files) await comparison.file(file);
    return comparison;
  }
}
