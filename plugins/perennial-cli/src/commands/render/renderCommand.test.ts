import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../../run';
import { perennial, render, root } from '../../testing/terminal';

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
