import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './run';

// Tests run from their sources only.
// eslint-disable-next-line no-restricted-syntax
const ROOT = resolve(__dirname, '../../..');
const SAMPLES = join(ROOT, 'examples/samples');
const DIFF_LINES = 120;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

jest.setTimeout(120_000);

const templates = readdirSync(join(ROOT, 'templates'))
  .filter(makesService)
  .sort();

/** Whether a folder is a template that makes a service; others change one that is there. */
function makesService(name: string): boolean {
  const file = join(ROOT, 'templates', name, 'template.yaml');
  return (
    existsSync(file) &&
    readFileSync(file, 'utf8').includes('action: perennial:repository:publish')
  );
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-samples-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Git's standard output; it ends with 1 where it has something to tell. */
function git(args: string[], input = ''): Promise<string> {
  return new Promise((fulfil, reject) => {
    const options = { cwd: ROOT, maxBuffer: MAX_OUTPUT_BYTES };
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error && error.code !== 1)
        reject(new Error(stderr, { cause: error }));
      else fulfil(stdout);
    });
    child.stdin?.end(input);
  });
}

/** Renders a template as a person at a terminal would. */
async function renderSample(template: string): Promise<string> {
  const out = join(folder, template);
  let messages = '';
  const write = (text: string) => {
    messages += text;
  };
  const code = await run({
    args: [
      ...['render', template, '--out', out],
      ...['--model', 'examples/models/library.yaml'],
      ...['--values', 'examples/samples/values.yaml'],
    ],
    cwd: ROOT,
    stdout: { write },
    stderr: { write },
  });
  if (code !== 0) throw new Error(messages);
  return out;
}

/** What a person needs to know of a difference: which files, how the first ones differ, and what to do. */
async function difference(template: string): Promise<string | undefined> {
  const sample = join(SAMPLES, template);
  if (!existsSync(sample))
    return `There is no sample of ${template}; make it with: npm run samples -- ${template}`;
  const rendered = await renderSample(template);
  const diff = (...args: string[]) =>
    git([
      ...['-c', 'core.autocrlf=false', '-c', 'core.quotePath=false'],
      ...['diff', '--no-index', '--no-renames', '--no-color', '--no-ext-diff'],
      ...[...args, sample, rendered],
    ]);
  const names = await diff('--name-status');
  if (names === '') return undefined;
  const relative = (text: string) =>
    text.replaceAll(rendered, '').replaceAll(sample, '');
  const lines = relative(await diff()).split('\n');
  return [
    `examples/samples/${template} is not what the template renders now.`,
    `Where that is meant, renew it with: npm run samples -- ${template}`,
    '',
    names.replaceAll(`${rendered}/`, '').replaceAll(`${sample}/`, ''),
    ...lines.slice(0, DIFF_LINES),
    ...(lines.length > DIFF_LINES
      ? [`… and ${lines.length - DIFF_LINES} lines more`]
      : []),
  ].join('\n');
}

/** Paths of files below a folder. */
function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

describe('the samples', () => {
  it.each(templates)('hold what %s renders, file for file', async template => {
    const found = await difference(template);
    if (found !== undefined) throw new Error(found);
    expect(filesOf(join(SAMPLES, template))).not.toHaveLength(0);
  });

  it('hold no file that Git would ignore', async () => {
    // A repository of its own: this must hold in an unpacked archive, too.
    const repository = join(folder, 'repository');
    await git(['init', '--quiet', '--bare', repository]);
    const ignored = await git(
      [
        ...[`--git-dir=${repository}`, `--work-tree=${ROOT}`],
        ...['check-ignore', '--no-index', '--stdin'],
      ],
      filesOf(SAMPLES).join('\n'),
    );
    expect(ignored).toBe('');
  });
});
