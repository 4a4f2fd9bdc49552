import fs from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  type PreviewAnswer,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import {
  planRender,
  readTemplate,
  renderService,
} from '@perennial/plugin-perennial-node';
import {
  NAMES,
  SHIPPED,
  TEMPLATES,
  shippedModel,
} from './__testUtils__/shipped';
import {
  type RunningPreview,
  startPreview,
  textOf,
} from './__testUtils__/startPreview';

jest.setTimeout(60_000);

const MODEL = shippedModel('product');

describe('the preview of the templates of this repository', () => {
  const directory = createMockDirectory();
  let backend: RunningPreview;

  beforeAll(async () => {
    directory.setContent({ work: {}, rendered: {} });
    backend = await startPreview({
      workingDirectory: directory.resolve('work'),
      entities: [
        ...SHIPPED,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'back-office', namespace: 'default' },
          spec: { system: 'sales' },
        },
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
  });

  async function rendered(name: string, answer: PreviewAnswer) {
    const template = await readTemplate({ folder: path.join(TEMPLATES, name) });
    const parameters = Object.fromEntries(
      answer.assumed.map(it => [it.name, it.value]),
    ) as JsonObject;
    const plan = await planRender({ template, parameters, model: MODEL });
    const document = parseModel(plan.model);
    const { database } = plan;
    const { metadata } = template.document;
    const { files, lineage, digest } = await renderService({
      ...plan,
      ...(plan.resolved ?? {
        document,
        model: resolveModel(document, { database }),
      }),
      ...(plan.resolved && { document: plan.resolved.document }),
      origin: {
        ref: `template:default/${name}`,
        version: metadata.annotations?.['backstage.io/template-version'],
      },
      target: directory.resolve(`rendered/${name}`),
    });
    return { files: [...files, lineage], digest };
  }

  it.each(NAMES)('of %s is what rendering gives, to the byte', async name => {
    const answer = await backend.preview({
      templateRef: `template:default/${name}`,
      parameters: {},
      model: MODEL,
    });
    const { files, digest } = await rendered(name, answer);
    expect(
      answer.files.map(it => ({ ...it, text: undefined, size: undefined })),
    ).toEqual(
      files
        .map(({ path: file, mode, blob }) => ({
          path: file,
          mode,
          blobId: blob,
        }))
        .sort((left, right) => (left.path < right.path ? -1 : 1)),
    );
    expect(answer.digest).toBe(digest);
    for (const { path: file, size, text } of answer.files) {
      const content = await fs.readFile(
        directory.resolve(`rendered/${name}/${file}`),
      );
      expect({ file, size }).toEqual({ file, size: content.length });
      expect(text).toBe(content.toString('utf8'));
    }
  });

  it('assumes what nobody has answered yet, and says so', async () => {
    const { assumed, files } = await backend.preview({
      templateRef: 'template:default/express-postgres',
      parameters: { name: 'my-shop', owner: 'group:default/team-a' },
      model: MODEL,
    });
    expect(assumed).toEqual(
      expect.arrayContaining([
        {
          name: 'description',
          value: 'Holds the products that we sell and what they cost.',
        },
        { name: 'ci', value: 'github-actions' },
        { name: 'kubernetes', value: true },
        { name: 'repoUrl', value: 'github.com?owner=team-a&repo=my-shop' },
      ]),
    );
    const names = assumed.map(it => it.name);
    expect(names).not.toContain('name');
    expect(names).not.toContain('model');
    expect(JSON.parse(textOf(files, 'package.json') ?? '')).toMatchObject({
      name: 'my-shop',
    });
  });

  it('follows the options', async () => {
    const { files } = await backend.preview({
      templateRef: 'express-postgres',
      parameters: { ci: 'gitlab-ci', kubernetes: false, auth: 'jwt' },
      model: MODEL,
    });
    const names = files.map(file => file.path);
    expect(names).toContain('.gitlab-ci.yml');
    expect(names).not.toContain('.github/workflows/main.yml');
    expect(names.some(it => it.startsWith('kubernetes/'))).toBe(false);
  });

  it('takes no notice of a model among the answers', async () => {
    const { files } = await backend.preview({
      templateRef: 'express-postgres',
      parameters: { model: { entities: [{ name: 'Old' }] } },
      model: MODEL,
    });
    expect(textOf(files, 'model.yaml')).toContain('name: Product');
  });

  it('shows what a service adds to an admin server, which it looks up', async () => {
    const preview = async (monolith: string) =>
      backend.preview({
        templateRef: 'template:default/admin-service',
        parameters: { monolith },
        model: MODEL,
      });
    const { files } = await preview('component:default/back-office');
    const names = files.map(file => file.path);
    expect(names).toContain('admin_server/app_product/product_api.py');
    expect(names).toContain('.perennial/services/product/lineage.yaml');
    expect(textOf(files, '.perennial/services/product/lineage.yaml')).toContain(
      'system: sales',
    );
    const unknown = await preview('component:default/unknown');
    expect(
      textOf(unknown.files, '.perennial/services/product/lineage.yaml'),
    ).not.toContain('system:');
  });

  it('leaves no folder behind', async () => {
    const [own] = await fs.readdir(directory.resolve('work'));
    expect(await fs.readdir(directory.resolve(`work/${own}`))).toEqual([]);
  });
});
