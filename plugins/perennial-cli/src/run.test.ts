import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { run } from './run';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'perennial-cli-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

write(
  'templates/small/template.yaml',
  `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: small
  annotations: { backstage.io/template-version: 1.2.3 }
spec:
  parameters:
    required: [name]
    properties:
      name: { type: string, pattern: '^[a-z-]+$' }
      docker: { type: boolean, default: false }
      model: { type: object }
      repoUrl: { type: string, ui:field: RepoUrlPicker }
  steps:
    - id: model
      action: perennial:model:resolve
      input: { model: '\${{ parameters.model }}' }
    - id: render
      action: perennial:service:render
      input:
        layers: [{ path: ./skeleton }]
        model: '\${{ steps.model.output.model }}'
        values: { name: '\${{ parameters.name }}', docker: '\${{ parameters.docker }}' }
`,
);
write('templates/small/skeleton/README.md', '# ${{ values.name }}\n');
write(
  'templates/small/skeleton/${{ entity.kebab }}.js',
  '${{ entity.pascal }}',
);
write(
  "templates/small/skeleton/${{ 'Dockerfile' if values.docker }}",
  'FROM x',
);
write(
  'model.yaml',
  'entities: [{ name: order item, fields: [{ name: sku, type: string }] }]',
);
write('values.yaml', 'name: from-file\ndocker: true\n');

let count = 0;

/** Runs a command line and returns what it gives. */
async function perennial(...args: string[]) {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const code = await run({
    args,
    cwd: root,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
  });
  return { code, ...texts };
}

async function render(...args: string[]) {
  count += 1;
  const out = `out/${count}`;
  const result = await perennial(
    'render',
    'small',
    '--model',
    'model.yaml',
    '--out',
    out,
    ...args,
  );
  return { ...result, out: join(root, out) };
}

describe('perennial render', () => {
  it('renders a template by its name', async () => {
    const { code, stdout, stderr, out } = await render('--set', 'name=shop');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('Rendered 3 files for 1 entity into out/1\n');
    expect(readdirSync(out).sort()).toEqual([
      '.perennial',
      'README.md',
      'model.yaml',
      'order-item.js',
    ]);
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('# shop\n');
    const lineage = parse(
      readFileSync(join(out, '.perennial/lineage.yaml'), 'utf8'),
    );
    expect(lineage.template).toEqual({
      entityRef: 'template:default/small',
      version: '1.2.3',
    });
  });

  it('renders a template by its folder, from a folder below', async () => {
    const cwd = join(root, 'deep/er');
    mkdirSync(cwd, { recursive: true });
    const quiet = { write: () => {} };
    const args = [
      'render',
      '--model',
      '../../model.yaml',
      '--set',
      'name=x',
      '--out',
    ];
    const runIn = (out: string, template: string) =>
      run({
        args: [...args, out, template],
        cwd,
        stdout: quiet,
        stderr: quiet,
      });
    expect(await runIn('one', '../../templates/small')).toBe(0);
    expect(await runIn('two', 'small')).toBe(0);
    expect(readdirSync(join(cwd, 'two'))).toEqual(
      readdirSync(join(cwd, 'one')),
    );
  });

  it('takes values from a file, and --set over them', async () => {
    const { code, out } = await render(
      '--values',
      'values.yaml',
      '--set',
      'name=from-set',
    );
    expect(code).toBe(0);
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('# from-set\n');
    expect(existsSync(join(out, 'Dockerfile'))).toBe(true);
  });

  it('prints a last line of JSON for machines', async () => {
    const { stdout, out } = await render('--set', 'name=shop', '--json');
    const last = stdout.trim().split('\n').pop() ?? '';
    expect(JSON.parse(last)).toMatchObject({
      ok: true,
      out,
      files: 3,
      entities: 1,
    });
  });

  it('prints an error as JSON, too', async () => {
    const { code, stdout, stderr } = await render('--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      exitCode: 2,
      error: { name: 'InputError' },
    });
    expect(stderr).toContain('name is missing');
  });

  it('refuses a folder that is not empty, but for --force', async () => {
    const { out } = await render('--set', 'name=shop');
    writeFileSync(join(out, 'mine.txt'), 'mine');
    writeFileSync(join(out, 'README.md'), 'mine');
    const again = [
      'render',
      'small',
      '--model',
      'model.yaml',
      '--set',
      'name=x',
      '--out',
      out,
    ];
    expect(await perennial(...again)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not empty'),
    });
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('mine');
    expect(await perennial(...again, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('# x\n');
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
  });

  const WRONG: [what: string, args: string[], part: string][] = [
    ['no template', ['--out', 'x', '--model', 'model.yaml'], 'Which template?'],
    [
      'two templates',
      ['small', 'small', '--out', 'x', '--model', 'model.yaml'],
      'one argument too many',
    ],
    ['no --out', ['small', '--model', 'model.yaml'], 'Where to?'],
    [
      'no --model',
      ['small', '--out', 'x', '--set', 'name=x'],
      'Give a data model with --model',
    ],
    [
      'an unknown option',
      ['small', '--out', 'x', '--modle', 'model.yaml'],
      "Unknown option '--modle'",
    ],
    [
      'an option without a value',
      ['small', '--out'],
      "'-o, --out <value>' argument missing",
    ],
    [
      'a template that is not there',
      ['large', '--out', 'x', '--model', 'model.yaml'],
      "There is no template 'large'",
    ],
    [
      'a model that is not there',
      ['small', '--out', 'x', '--model', 'no.yaml'],
      '--model no.yaml does not exist',
    ],
    [
      'values that are not there',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'no.yaml'],
      '--values no.yaml does not exist',
    ],
    [
      'values that are a list',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'list.yaml'],
      'must hold keys and values',
    ],
    [
      'values that are no YAML',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'bad.yaml'],
      'is not valid YAML',
    ],
    [
      '--set without a key',
      ['small', '--out', 'x', '--model', 'model.yaml', '--set', 'name'],
      'is not of the form key=value',
    ],
    [
      '--set of an unknown key',
      ['small', '--out', 'x', '--model', 'model.yaml', '--set', 'nmae=x'],
      "no parameter 'nmae'",
    ],
    [
      'a model with a problem',
      ['small', '--out', 'x', '--model', 'wrong.yaml', '--set', 'name=x'],
      'entities[0].fields[0].type',
    ],
    [
      '--out that is a file',
      [
        'small',
        '--out',
        'model.yaml',
        '--model',
        'model.yaml',
        '--set',
        'name=x',
      ],
      'is not a folder',
    ],
    [
      'a URL that Git must not see',
      ['ext::sh -c id', '--out', 'x', '--model', 'model.yaml'],
      'There is no template',
    ],
    [
      'a protocol that is not allowed',
      ['ssh://host/x', '--out', 'x', '--model', 'model.yaml'],
      'cannot be fetched by ssh://',
    ],
    [
      'http from another machine',
      ['http://example.com/x', '--out', 'x', '--model', 'model.yaml'],
      'from another machine',
    ],
    [
      'a URL with a password',
      [
        'https://user:secret@example.com/x',
        '--out',
        'x',
        '--model',
        'model.yaml',
      ],
      'holds a user name or password',
    ],
    [
      'a ref that is an option',
      [
        'https://example.com/a/b/tree/--upload-pack=x',
        '--out',
        'x',
        '--model',
        'model.yaml',
      ],
      'is not a branch or tag',
    ],
  ];
  write('list.yaml', '- a');
  write('bad.yaml', 'a: [');
  write(
    'wrong.yaml',
    'entities: [{ name: A, fields: [{ name: x, type: strin }] }]',
  );

  it.each(WRONG)(
    'says what is wrong, with exit code 2: %s',
    async (_, args, part) => {
      const { code, stderr, stdout } = await perennial('render', ...args);
      expect(stderr).toContain(part);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).not.toContain('secret');
      expect(existsSync(join(root, 'x'))).toBe(false);
    },
  );

  it('renders a template from a Git repository, and records its commit', async () => {
    const repository = join(root, 'repository');
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        [
          '-C',
          repository,
          '-c',
          'user.name=a',
          '-c',
          'user.email=a@b',
          ...args,
        ],
        { encoding: 'utf8' },
      );
    mkdirSync(repository);
    writeFileSync(
      join(repository, 'template.yaml'),
      readFileSync(join(root, 'templates/small/template.yaml')),
    );
    mkdirSync(join(repository, 'skeleton'));
    writeFileSync(join(repository, 'skeleton/a.txt'), '${{ values.name }}');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'x');
    const { code, stderr } = await perennial(
      'render',
      `file://${repository}`,
      '--model',
      'model.yaml',
      '--set',
      'name=x',
      '--out',
      'from-git',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lineage = parse(
      readFileSync(join(root, 'from-git/.perennial/lineage.yaml'), 'utf8'),
    );
    expect(lineage.template.commit).toBe(git('rev-parse', 'HEAD').trim());
  });

  it('says that a repository cannot be cloned', async () => {
    const result = await perennial(
      'render',
      `file://${root}/nothing`,
      '--model',
      'model.yaml',
      '--out',
      'x',
    );
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be cloned'),
    });
  });
});

describe('perennial', () => {
  it.each([
    [['--help'], 0],
    [['-h'], 0],
    [[], 2],
    [['render', '--help'], 0],
  ])('explains itself: %j', async (args, code) => {
    const result = await perennial(...args);
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout).toContain('Usage: perennial');
  });

  it('prints its version', async () => {
    expect(await perennial('--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('knows no other command', async () => {
    expect(await perennial('rendr')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no command 'rendr'"),
    });
  });
});
