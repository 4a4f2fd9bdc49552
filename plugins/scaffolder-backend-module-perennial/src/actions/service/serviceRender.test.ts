import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import yaml from 'yaml';
import { configFor } from '../../__testUtils__/publishing';
import { runPublish } from '../../__testUtils__/runPublish';
import { createServiceRenderAction } from './serviceRender';

jest.setTimeout(60_000);

const TEMPLATES = {
  'mine/template.yaml': 'kind: Template\n',
  'mine/skeleton/README.md': '# ${{ values.name }}\n',
  'mine/skeleton/run.sh': '#!/bin/sh\n',
  'mine/skeleton/src/${{ entity.kebab }}.js': '// ${{ entity.title }}\n',
  'parts/ci/ci.yaml': 'owner: ${{ values.owner }}\n',
  'other/unrelated.txt': 'not asked for\n',
};

const input = {
  layers: [{ path: './skeleton' }, { path: '../parts/ci' }],
  model: {
    entities: [
      { name: 'Product', fields: [{ name: 'sku', type: 'string' }] },
      { name: 'order item', fields: [{ name: 'count', type: 'integer' }] },
    ],
  },
  database: 'postgres',
  values: { name: 'shop', owner: 'group:default/shop', nested: { a: [1] } },
};

const templateInfo = {
  entityRef: 'template:default/mine',
  entity: {
    metadata: {
      name: 'mine',
      annotations: { 'backstage.io/template-version': '1.2.3' },
    },
  },
};

describe('perennial:service:render', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  let github: RunningSandbox;

  beforeAll(async () => {
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: directory.resolve('../github'),
    });
  });

  afterAll(async () => {
    await github.stop();
  });

  beforeEach(async () => {
    jest.clearAllMocks();
    directory.setContent({
      templates: TEMPLATES,
      workspace: {},
      temporary: {},
    });
    await fs.chmod(directory.resolve('templates/mine/skeleton/run.sh'), 0o755);
    github.requests.clear();
  });

  interface RunOptions {
    input?: object;
    baseUrl?: string;
    isDryRun?: boolean;
    signal?: AbortSignal;
  }

  async function run(options: RunOptions = {}) {
    const config = configFor(github, {
      backend: { workingDirectory: directory.resolve('temporary') },
    });
    const action = createServiceRenderAction({
      reader: UrlReaders.default({ config, logger }),
      integrations: ScmIntegrations.fromConfig(config),
      config,
    });
    const file = directory.resolve('templates/mine/template.yaml');
    const context = {
      ...createMockActionContext({
        workspacePath: directory.resolve('workspace'),
        input: { ...input, ...options.input } as never,
        templateInfo: {
          ...templateInfo,
          baseUrl: options.baseUrl ?? `file://${file}`,
        },
      }),
      logger,
      isDryRun: options.isDryRun,
      signal: options.signal,
    };
    await action.handler(context);
    return {
      outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
      files: directory.content({ path: 'workspace' }) as Record<string, never>,
    };
  }

  const EXPECTED = {
    'README.md': '# shop\n',
    'run.sh': '#!/bin/sh\n',
    'ci.yaml': 'owner: group:default/shop\n',
    'model.yaml': expect.stringContaining('name: order item'),
    src: { 'product.js': '// Product\n', 'order-item.js': '// Order item\n' },
    '.perennial': { 'lineage.yaml': expect.any(String) },
  };

  it('renders all layers into the workspace', async () => {
    const { outputs, files } = await run();
    expect(files).toEqual(EXPECTED);
    expect(outputs).toEqual({
      files: 6,
      entities: 2,
      digest: expect.stringMatching(/^sha256:\w{64}$/),
    });
    const { mode } = await fs.stat(directory.resolve('workspace/run.sh'));
    // eslint-disable-next-line no-bitwise
    expect(mode & 0o111).not.toBe(0);
    expect(await fs.readdir(directory.resolve('temporary'))).toEqual([]);
  });

  it('gives the same bytes when it is run again', async () => {
    const first = await run();
    const second = await run();
    expect(second).toEqual(first);
  });

  it('adds to files that are there, its records in a folder of their own', async () => {
    directory.addContent({ 'workspace/README.md': '# shop\n' });
    const more = { recordPath: '.perennial/services/a', existing: 'refuse' };
    const { files } = await run({ input: more });
    expect(files).toMatchObject({
      '.perennial': {
        services: { a: { 'lineage.yaml': expect.any(String) } },
      },
    });
    expect(files).not.toHaveProperty('model.yaml');
    directory.addContent({ 'workspace/README.md': '# Our own\n' });
    await expect(run({ input: more })).rejects.toThrow(
      "'README.md' exists in the target with other content",
    );
    expect(directory.content({ path: 'workspace' })).toMatchObject({
      'README.md': '# Our own\n',
    });
  });

  it('records the template, but not where it lies on this machine', async () => {
    const { files } = await run();
    const text = files['.perennial']['lineage.yaml'];
    const lineage = yaml.parse(text);
    expect(lineage.template).toEqual({
      entityRef: 'template:default/mine',
      version: '1.2.3',
    });
    expect(lineage).toMatchObject({
      layers: ['./skeleton', '../parts/ci'],
      values: input.values,
      database: 'postgres',
    });
    expect(text).not.toContain(directory.path);
  });

  describe('a template on GitHub', () => {
    let commit: string;
    let baseUrl: string;

    beforeAll(async () => {
      directory.setContent({ templates: TEMPLATES });
      await fs.chmod(
        directory.resolve('templates/mine/skeleton/run.sh'),
        0o755,
      );
      commit = await runPublish({
        github,
        workspacePath: directory.path,
        taskId: 'templates',
        repository: 'acme/portal',
      });
      baseUrl = `${github.url}/acme/portal/tree/main/templates/mine/template.yaml`;
    });

    it('renders the same, with one request for all layers', async () => {
      const local = await run();
      github.requests.clear();
      await fs.rm(directory.resolve('workspace'), { recursive: true });
      const remote = await run({ baseUrl });
      expect(remote.files).toEqual(EXPECTED);
      expect(remote.outputs).toEqual(local.outputs);
      expect(
        github.requests
          .list()
          .filter(({ path: url }) => /tarball|archive/.test(url)),
      ).toHaveLength(1);
      const { mode } = await fs.stat(directory.resolve('workspace/run.sh'));
      // eslint-disable-next-line no-bitwise
      expect(mode & 0o111).not.toBe(0);
      expect(await fs.readdir(directory.resolve('temporary'))).toEqual([]);
    });

    it('records where the template is and at which commit', async () => {
      const { files } = await run({ baseUrl });
      expect(yaml.parse(files['.perennial']['lineage.yaml']).template).toEqual({
        entityRef: 'template:default/mine',
        url: baseUrl,
        commit,
        version: '1.2.3',
      });
    });

    it('takes a layer from an address of its own', async () => {
      const { files } = await run({
        input: {
          layers: [
            { path: `${github.url}/acme/portal/tree/main/templates/parts/ci` },
            { path: './skeleton' },
          ],
        },
      });
      expect(files).toEqual(EXPECTED);
    });
  });

  it.each([
    [true, true],
    ['true', true],
    ['yes', true],
    [undefined, true],
    [false, false],
    ['false', false],
    ['', false],
    [' ', false],
  ])('takes a layer with when: %j for %s', async (when, taken) => {
    const { files } = await run({
      input: {
        layers: [{ path: './skeleton' }, { path: '../parts/ci', when }],
      },
    });
    expect('ci.yaml' in files).toBe(taken);
  });

  it('renders into a folder of the workspace', async () => {
    const { files } = await run({ input: { targetPath: 'a/b' } });
    expect(files).toEqual({ a: { b: EXPECTED } });
  });

  it('renders in a dry run, without what lies outside the template', async () => {
    const { files } = await run({ isDryRun: true });
    expect(files).toMatchObject({ 'README.md': '# shop\n' });
    expect(files).not.toHaveProperty(['ci.yaml']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the layer ../parts/ci is outside'),
    );
  });

  it.each<[string, RunOptions, RegExp]>([
    [
      'an expression that was not evaluated',
      { input: { values: { name: '${{ parameters.nmae }}' } } },
      /The input "values.name" still holds template syntax/,
    ],
    [
      'a target outside the workspace',
      { input: { targetPath: '../other' } },
      /targetPath is "..\/other", which leads out of the workspace/,
    ],
    [
      'a layer outside the templates',
      { input: { layers: [{ path: '../../secrets' }] } },
      /The layer "..\/..\/secrets" is outside/,
    ],
    [
      'a layer at an absolute path',
      { input: { layers: [{ path: '/etc' }] } },
      /The layer "\/etc" is outside/,
    ],
    [
      'a layer that is not there',
      { input: { layers: [{ path: './skeletn' }] } },
      /skeletn/,
    ],
    [
      'a file in two layers without a declared override',
      { input: { layers: [{ path: './skeleton' }, { path: '../twin' }] } },
      /README\.md/,
    ],
    [
      'a model with problems',
      { input: { model: { entities: [] } } },
      /The model has a problem/,
    ],
    [
      'a template of unknown origin',
      { baseUrl: 'https://nowhere.example/template.yaml' },
      /There is no integration/,
    ],
  ])('refuses %s, and writes nothing', async (_, options, message) => {
    directory.addContent({
      'templates/twin/README.md': '# Twin\n',
      'secrets/key': 'secret',
    });
    await expect(run(options)).rejects.toThrow(message);
    expect(directory.content({ path: 'workspace' })).toEqual({});
    expect(await fs.readdir(directory.resolve('temporary'))).toEqual([]);
  });

  it('refuses a layer that a link leads out of the templates', async () => {
    directory.addContent({ 'secrets/key': 'secret' });
    await fs.symlink(
      directory.resolve('secrets'),
      directory.resolve('templates/parts/link'),
    );
    await expect(
      run({ input: { layers: [{ path: '../parts/link' }] } }),
    ).rejects.toThrow(/link/);
    expect(directory.content({ path: 'workspace' })).toEqual({});
  });

  it('stops where the task is cancelled', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(directory.content({ path: 'workspace' })).toEqual({});
  });

  it('leaves a workspace that Git takes as it is', async () => {
    await run();
    const folder = directory.resolve('workspace');
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
    git('init', '--quiet');
    const lineage = yaml.parse(
      await fs.readFile(path.join(folder, '.perennial/lineage.yaml'), 'utf8'),
    );
    for (const file of lineage.files) {
      expect(git('hash-object', '--', file.path).trim()).toBe(file.blob);
    }
  });
});
