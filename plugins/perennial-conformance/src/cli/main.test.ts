import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentOf, modelFrom } from '../__testUtils__/models';
import { ReferenceService } from '../__testUtils__/ReferenceService';
import { serve } from '../__testUtils__/serve';
import { commandArguments } from './arguments';
import { main } from './main';

const MODEL = `
entities:
  - name: Word
    fields: [{ name: text, type: string, required: true }]
`;

function recorder() {
  const written = { out: '', error: '' };
  return {
    written,
    output: {
      write: (text: string) => {
        written.out += text;
      },
      writeError: (text: string) => {
        written.error += text;
      },
      terminal: false,
    },
  };
}

describe('commandArguments', () => {
  it('reads all options', () => {
    expect(
      commandArguments([
        '--model',
        'm.yaml',
        'http://h:1',
        '--only',
        'a,b',
        '--only',
        'c',
        '--seed',
        '5',
        '--jwt-secret',
        's',
        '--issuer',
        'i',
        '--audience',
        'a',
        '--json',
        '--junit',
        'j.xml',
      ]),
    ).toEqual({
      help: false,
      baseUrl: 'http://h:1',
      modelPath: 'm.yaml',
      contract: 'service',
      database: 'postgres',
      auth: { jwt: { secret: 's', issuer: 'i', audience: 'a' } },
      only: ['a', 'b', 'c'],
      json: true,
      junitPath: 'j.xml',
      seed: 5,
    });
  });

  it.each([
    [[], 'Give one address'],
    [['http://h', 'http://i'], 'Give one address'],
    [['h:3000', '--model', 'm'], 'is no address of a service'],
    [['http://h'], 'Give the model'],
    [['http://h', '--model', 'm', '--seed', 'x'], '--seed is "x"'],
    [['http://h', '--model', 'm', '--database', 'x'], '--database is "x"'],
    [['http://h', '--model', 'm', '--contract', 'x'], '--contract is "x"'],
    [
      ['http://h', '--model', 'm', '--jwt-secret', 'x'],
      '--issuer and --audience',
    ],
    [['http://h', '--model', 'm', '--what'], '--what'],
  ])('refuses %j', (argv, message) => {
    expect(() => commandArguments(argv)).toThrow(message);
  });
});

describe('perennial-conformance', () => {
  let folder = '';
  let modelPath = '';
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    modelPath = join(folder, 'model.yaml');
    await writeFile(modelPath, MODEL);
    const model = modelFrom(MODEL);
    const service = ReferenceService.create({
      model,
      document: documentOf(model),
    });
    server = await serve(async request =>
      request.target === '/docs'
        ? {
            status: 200,
            headers: { 'content-type': 'text/plain' },
            body: 'docs',
          }
        : service.handle(request),
    );
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('exits with 0 and a summary where the service conforms', async () => {
    const { output, written } = recorder();
    const code = await main(
      ['--model', modelPath, server.baseUrl, '--only', 'resources'],
      output,
    );
    expect(code).toBe(0);
    expect(written.out).toMatch(/\d+ passed, 0 failed/);
  });

  it('exits with 1 and says what differs where it does not', async () => {
    const { output, written } = recorder();
    const junit = join(folder, 'report.xml');
    const code = await main(
      [
        '--model',
        modelPath,
        server.baseUrl,
        '--only',
        'service',
        '--json',
        '--junit',
        junit,
      ],
      output,
    );
    expect(code).toBe(1);
    const report = JSON.parse(written.out);
    expect(
      report.results.filter((one: { status: string }) => one.status === 'fail'),
    ).toEqual([
      expect.objectContaining({
        name: '/docs is a page',
        received: 'text/plain',
        curl: expect.stringContaining('/docs'),
      }),
    ]);
    expect(await readFile(junit, 'utf8')).toContain('/docs is a page');
  });

  it('exits with 2 for wrong use', async () => {
    for (const argv of [
      [],
      ['--model', join(folder, 'missing.yaml'), server.baseUrl],
      ['--model', modelPath, 'http://127.0.0.1:1'],
      ['--model', modelPath, server.baseUrl, '--only', 'nothing'],
    ]) {
      const { output, written } = recorder();
      expect(await main(argv, output)).toBe(2);
      expect(written.error).not.toBe('');
    }
  });

  it('explains itself', async () => {
    const { output, written } = recorder();
    expect(await main(['--help'], output)).toBe(0);
    expect(written.out).toContain('Exit codes');
    expect(written.out).toContain('softDelete');
  });
});
