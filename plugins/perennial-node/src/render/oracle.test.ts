import {
  type ResolvedEntity,
  openApiDocument,
  parseModel,
  resolveModel,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import { Environment, Template } from 'nunjucks';
import {
  ANSWERS,
  EVERYTHING,
  largeModel,
  shippedModels,
  shippedTemplates,
} from '../testing/shippedTemplates';
import { planRender, readTemplate } from '../template';
import { EntityBatch } from './EntityBatch';
import { RenderContexts } from './RenderContexts';
import { SkeletonRenderer, pathSource, splitPath } from './SkeletonRenderer';
import { mergeLayers } from './mergeLayers';
import { type SkeletonFile, readSkeletonFile } from './skeleton';

const MODELS: [
  name: string,
  model: unknown,
  answers: Record<string, string>,
][] = [
  [
    'one entity',
    {
      entities: [
        { name: 'Product', fields: [{ name: 'name', type: 'string' }] },
      ],
    },
    {},
  ],
  [
    'one field of an entity',
    { entities: [{ name: 'Tag', fields: [{ name: 'x', type: 'json' }] }] },
    { auth: 'jwt', kubernetes: 'false' },
  ],
  ['every feature', EVERYTHING, { auth: 'jwt' }],
  ['many entities', largeModel(40, 12), {}],
  ...shippedModels().map(
    ({ name, text }): [string, unknown, Record<string, string>] => [
      name,
      text,
      {},
    ],
  ),
];

const CASES = shippedTemplates().flatMap(template =>
  MODELS.map(([name, model, answers]) => ({
    title: `${template.name} with ${name}`,
    folder: template.folder,
    model,
    answers,
  })),
);

/** Everything that one template and one model are rendered from. */
async function prepare({ folder, model, answers }: (typeof CASES)[number]) {
  const template = await readTemplate({ folder });
  const document = parseModel(model);
  const plan = await planRender({
    template,
    parameters: { ...ANSWERS, ...answers },
    model: stringifyModel(document),
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
  return { plan, resolved, openApi, modelYaml: stringifyModel(document) };
}

/** Nunjucks, set up like Backstage set it up before it changed over. */
function createOracle(options: {
  trimBlocks?: boolean;
  lstripBlocks?: boolean;
}) {
  return new Environment(null, {
    autoescape: false,
    tags: { variableStart: '${{', variableEnd: '}}' },
    ...options,
  });
}

jest.setTimeout(60_000);

describe('nunjitsu and nunjucks', () => {
  it('have templates to be compared on', () => {
    expect(CASES.length).toBeGreaterThan(0);
  });

  it.each(CASES)(
    'give the same bytes for every file of $title',
    async testCase => {
      const { plan, resolved, openApi, modelYaml } = await prepare(testCase);
      // Every layer, so that those that are off by default are compared, too.
      const files = await mergeLayers(
        plan.layers.map(layer => ({ ...layer, when: true })),
      );
      const oracle = createOracle(plan);
      const renderer = new SkeletonRenderer(plan);
      const contexts = new RenderContexts(renderer, {
        model: resolved,
        values: plan.values,
        modelYaml,
        openApi: () => openApi,
      });
      const batch = new EntityBatch(
        renderer,
        contexts,
        resolved.entities.slice(0, 20),
      );
      const shared = {
        values: plan.values,
        model: { ...resolved, entities: resolved.entities.map(withoutMembers) },
        texts: { modelYaml, openapi: openApi },
      };
      let compared = 0;
      const compare = (label: string, ours: string, theirs: string) => {
        compared += 1;
        expect({ label, same: ours === theirs }).toEqual({ label, same: true });
      };

      for (const file of files) {
        const expected = expectations(oracle, shared);
        await compareFile({
          file,
          batch,
          renderer,
          contexts,
          expected,
          compare,
        });
      }
      expect(compared).toBeGreaterThan(files.length);
    },
  );
});

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

/** Renders with the oracle. A text is compiled once, and no render sees what another did to its values. */
function expectations(
  oracle: Environment,
  {
    texts,
    ...data
  }: { texts: Record<string, string>; values: object; model: object },
) {
  const compiled = new Map<string, Template>();
  return (text: string, entity?: unknown): string => {
    const template = compiled.get(text) ?? new Template(text, oracle);
    compiled.set(text, template);
    return template.render({
      ...JSON.parse(JSON.stringify(data)),
      ...texts,
      entity,
    });
  };
}

async function compareFile(options: {
  file: SkeletonFile;
  batch: EntityBatch;
  renderer: SkeletonRenderer;
  contexts: RenderContexts;
  expected: (text: string, entity?: unknown) => string;
  compare: (label: string, ours: string, theirs: string) => void;
}): Promise<void> {
  const { file, batch, renderer, contexts, expected, compare } = options;
  const content = await readSkeletonFile(file);
  const path = (entity?: unknown) =>
    splitPath(expected(pathSource(file.path), entity));
  if (!file.perEntity) {
    const context = contexts.withOpenApi(contexts.shared());
    const subject = { label: file.label };
    const segments = renderer.renderPath(file.path, context, subject);
    compare(file.label, segments.join('/'), path().join('/'));
    if (content.kind === 'template' && !segments.includes('')) {
      compare(
        file.label,
        renderer.renderFile(content.text, context, subject),
        expected(content.text),
      );
    }
    return;
  }
  const wanted: number[] = [];
  for (const [index, segments] of batch.renderPaths(file).entries()) {
    compare(
      file.label,
      segments.join('/'),
      path(batch.entities[index]).join('/'),
    );
    if (!segments.includes('')) {
      wanted.push(index);
    }
  }
  if (content.kind === 'template') {
    const texts = batch.renderFiles(file, content, wanted);
    for (const [position, index] of wanted.entries()) {
      const entity = batch.entities[index];
      compare(
        `${file.label} for ${entity.name}`,
        texts[position],
        expected(content.text, entity),
      );
    }
  }
}
