import fs from 'node:fs/promises';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type {
  ServiceFactory,
  UrlReaderServiceReadTreeOptions,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { startSandbox } from 'github-sandbox';
import { SHIPPED, shippedModel, templateEntity } from './__testUtils__/shipped';
import {
  type RunningPreview,
  expectNoFolders,
  startPreview,
} from './__testUtils__/startPreview';

jest.setTimeout(30_000);

const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: remote }
spec:
  type: service
  parameters: { properties: { model: { type: object, ui:field: ModelDesigner } } }
  steps:
    - id: render
      action: perennial:service:render
      input:
        layers: [{ path: ./skeleton }, { path: ../parts/ci }]
        model: \${{ parameters.model }}
        database: postgres
        values: { name: x }
`;
const URL_OF_TEMPLATE =
  'url:https://github.com/acme/portal/blob/main/templates/remote/template.yaml';
const SHOP = {
  templateRef: 'express-postgres',
  parameters: {},
  model: shippedModel('shop'),
};
const REMOTE = { ...SHOP, templateRef: 'remote' };

/** A promise, and how to keep it. */
function promised<T>() {
  let keep: (value: T) => void = () => {};
  const promise = new Promise<T>(resolve => {
    keep = resolve;
  });
  return { promise, keep };
}

describe('the work of previews', () => {
  const directory = createMockDirectory();
  const running: RunningPreview[] = [];

  beforeEach(() => {
    directory.setContent({ work: {}, 'remote/template.yaml': TEMPLATE });
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(backend => backend.stop()));
    await expectNoFolders(directory.resolve('work'));
  });

  async function start(
    limits: JsonObject = {},
    services: ServiceFactory[] = [],
    more: { location?: string; config?: JsonObject } = {},
  ): Promise<RunningPreview> {
    const { location = URL_OF_TEMPLATE, config } = more;
    const backend = await startPreview({
      workingDirectory: directory.resolve('work'),
      entities: [
        ...SHIPPED,
        templateEntity(directory.resolve('remote/template.yaml'), location),
      ],
      limits,
      config: {
        integrations: { github: [{ host: 'github.com' }] },
        ...config,
      },
      services,
    });
    running.push(backend);
    return backend;
  }

  /** A reader of repositories that never gets an answer. */
  function hangingReader() {
    const asked = promised<AbortSignal>();
    const { factory } = mockServices.urlReader.mock({
      readTree: async (
        _url: string,
        options?: UrlReaderServiceReadTreeOptions,
      ) => {
        const { signal } = options!;
        asked.keep(signal!);
        return await new Promise((_, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason));
          signal!.throwIfAborted();
        });
      },
    });
    return { factory, asked: asked.promise };
  }

  async function foldersLeft(): Promise<string[]> {
    const [own] = await fs.readdir(directory.resolve('work'));
    return await fs.readdir(directory.resolve('work', own));
  }

  it('ends when the client goes away, and the place is free', async () => {
    const reader = hangingReader();
    const backend = await start({ maximumConcurrent: 1 }, [reader.factory]);
    const client = new AbortController();
    const asking = backend.ask(REMOTE, { signal: client.signal });
    const signal = await reader.asked;
    expect(signal.aborted).toBe(false);
    client.abort();
    await expect(asking).rejects.toThrow('aborted');
    const answer = await backend.preview(SHOP, { user: 'user:default/other' });
    expect(answer.files).not.toEqual([]);
    expect(signal.reason).toMatchObject({ name: 'ClientGoneError' });
    expect(await foldersLeft()).toEqual([]);
  });

  it('ends in the middle of rendering too', async () => {
    const client = new AbortController();
    const reader = mockServices.urlReader.mock({
      readTree: async (_url, options) => ({
        etag: '',
        files: async () => [],
        archive: jest.fn(),
        // A reader that takes no notice, as some do.
        dir: async ({ targetDir = '' } = {}) => {
          for (const folder of ['remote/skeleton', 'parts/ci']) {
            await fs.mkdir(path.join(targetDir, folder), { recursive: true });
          }
          const gone = promised<void>();
          options!.signal!.addEventListener('abort', () => gone.keep());
          client.abort();
          await gone.promise;
          return targetDir;
        },
      }),
    });
    const failed = promised<Error>();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => failed.keep(new Error('it went on')),
        fail: async ({ error }) => failed.keep(error),
      }),
    });
    const backend = await start({}, [reader.factory, auditor.factory]);
    const asking = backend.ask(REMOTE, { signal: client.signal });
    await expect(asking).rejects.toThrow('aborted');
    expect(await failed.promise).toMatchObject({ name: 'ClientGoneError' });
    // The same person's next one waits until the work has really ended.
    await backend.preview(SHOP);
    expect((await foldersLeft()).filter(it => /^preview/.test(it))).toEqual([]);
  });

  it('ends when the same person asks anew', async () => {
    const reader = hangingReader();
    const backend = await start({}, [reader.factory]);
    const first = backend.ask(REMOTE);
    await reader.asked;
    const second = backend.ask(REMOTE);
    expect(await first).toMatchObject({
      status: 409,
      body: { error: { name: 'ConflictError' } },
    });
    await backend.stop();
    running.pop();
    expect((await second).status).toBe(500);
  });

  it('goes on for others, however many ask at once', async () => {
    const backend = await start({ maximumConcurrent: 2 });
    const answers = await Promise.all(
      ['ann', 'bob', 'cat', 'dan'].map(name =>
        backend.preview(SHOP, { user: `user:default/${name}` }),
      ),
    );
    const digests = answers.map(it => it.digest);
    expect(digests).toEqual(Array(4).fill(digests[0]));
  });

  it('is given up when it takes too long', async () => {
    const reader = hangingReader();
    const backend = await start({ timeout: { milliseconds: 20 } }, [
      reader.factory,
    ]);
    expect(await backend.ask(REMOTE)).toMatchObject({
      status: 503,
      body: { error: { name: 'TimeoutError' } },
    });
  });

  it.each([
    [{ maximumEntities: 3 }, 'at most 3 entities'],
    [{ maximumFiles: 20 }, 'at most 20 files'],
  ])('is limited by %j', async (limits, message) => {
    const backend = await start(limits);
    const { status, body } = await backend.ask(SHOP);
    expect(status).toBe(400);
    expect(body.error?.message).toContain(message);
  });

  it('is limited in how often one person may ask for it', async () => {
    const backend = await start({ maximumPerMinute: 2 });
    const ask = async (user: string) =>
      (await backend.ask({}, { user })).status;
    expect(await ask('user:default/ann')).toBe(400);
    expect(await ask('user:default/ann')).toBe(400);
    expect(await ask('user:default/ann')).toBe(429);
    expect(await ask('user:default/bob')).toBe(400);
  });

  it('leaves out texts that do not fit, which can be asked for', async () => {
    const backend = await start({ maximumTextBytes: 20_000 });
    const { files } = await backend.preview(SHOP);
    const bytes = files
      .filter(file => file.text !== undefined)
      .reduce((sum, file) => sum + file.size, 0);
    expect(bytes).toBeLessThanOrEqual(20_000);
    const missing = files.filter(file => file.omitted === 'tooLarge');
    expect(missing.map(file => file.path)).toContain('src/app.js');
    const one = await backend.preview({ ...SHOP, paths: ['src/app.js'] });
    expect(one.files.find(file => file.path === 'src/app.js')?.text).toContain(
      'express',
    );
  });

  it('reads a template from its repository, and that only once', async () => {
    const github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: directory.resolve('github'),
    });
    const call = async (method: string, address: string, body: object) => {
      const response = await fetch(`${github.url}/api/v3${address}`, {
        method,
        headers: { authorization: `Bearer ${github.token}` },
        body: JSON.stringify(body),
      });
      expect(response.ok).toBe(true);
    };
    try {
      await call('POST', '/orgs/acme/repos', { name: 'portal' });
      const files = {
        'templates/remote/template.yaml': TEMPLATE,
        'templates/remote/skeleton/${{ entity.kebab }}.txt':
          '${{ entity.title }}',
        'templates/parts/ci/ci.yaml': 'on: push\n',
        'templates/other/huge.txt': 'x'.repeat(10_000),
      };
      for (const [name, content] of Object.entries(files)) {
        await call(
          'PUT',
          `/repos/acme/portal/contents/${encodeURIComponent(name)}`,
          {
            message: 'Add',
            content: Buffer.from(content).toString('base64'),
            branch: 'main',
          },
        );
      }
      const host = new URL(github.url).host;
      const backend = await start({ maximumTemplateBytes: 5_000 }, [], {
        location: `url:${github.url}/acme/portal/blob/main/templates/remote/template.yaml`,
        config: {
          integrations: {
            github: [
              {
                host,
                apiBaseUrl: `${github.url}/api/v3`,
                rawBaseUrl: `${github.url}/raw`,
                token: github.token,
              },
            ],
          },
        },
      });
      github.requests.clear();
      const first = await backend.preview(REMOTE);
      const second = await backend.preview({
        ...REMOTE,
        model: shippedModel('product'),
      });
      const names = first.files.map(file => file.path);
      expect(names).toEqual(
        expect.arrayContaining(['ci.yaml', 'order-line.txt', 'product.txt']),
      );
      expect(names.some(it => it.includes('huge'))).toBe(false);
      expect(second.files.map(file => file.path)).toContain('product.txt');
      const downloads = github.requests
        .list()
        .filter(({ path: url }) => /tarball|archive/.test(url));
      expect(downloads).toHaveLength(1);
    } finally {
      await github.stop();
    }
  });
});
