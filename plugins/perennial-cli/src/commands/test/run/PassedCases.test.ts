import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from '@perennial/plugin-perennial-node';
import type { PreparedCase } from './prepareCases';
import { PassedCases } from './PassedCases';

const LINT = {
  name: 'lint',
  run: ['npm', 'run', 'lint'],
  env: {},
  timeoutSeconds: 1,
};

describe('PassedCases', () => {
  let folder: string;
  let file: string;
  let input: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passed-cases-'));
    file = join(folder, 'kept/passed.json');
    input = join(folder, 'check.mjs');
    await writeFile(input, 'one');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (inputs = [input]) => PassedCases.open({ file, inputs });

  it('remembers from one run to the next', async () => {
    const first = await open();
    expect(first.has(prepared())).toBe(false);
    await first.add(prepared());
    expect((await open()).has(prepared())).toBe(true);
  });

  it.each([
    ['a rendered file', { digest: 'other' }],
    ['a check', { checks: [{ ...LINT, run: ['make', 'lint'] }] }],
  ])('forgets where %s changes', async (_, change) => {
    await (await open()).add(prepared());
    expect((await open()).has(prepared(change))).toBe(false);
  });

  it('forgets where an input changes', async () => {
    await (await open()).add(prepared());
    await writeFile(input, 'two');
    expect((await open()).has(prepared())).toBe(false);
  });

  it('remembers checks beside cases', async () => {
    const first = await open();
    await first.addCheck('lint of this');
    const second = await open();
    expect(second.hasCheck('lint of this')).toBe(true);
    expect(second.hasCheck('lint of that')).toBe(false);
    await writeFile(input, 'two');
    expect((await open()).hasCheck('lint of this')).toBe(false);
  });

  it('looks into folders', async () => {
    const checks = join(folder, 'checks/shared');
    await mkdir(checks, { recursive: true });
    const inputs = [join(folder, 'checks')];
    await (await open(inputs)).add(prepared());
    expect((await open(inputs)).has(prepared())).toBe(true);
    await writeFile(join(checks, 'new.mjs'), '');
    expect((await open(inputs)).has(prepared())).toBe(false);
  });

  it('begins anew where the file is broken', async () => {
    await (await open()).add(prepared());
    await writeFile(file, '[');
    const passed = await open();
    expect(passed.has(prepared())).toBe(false);
    await passed.add(prepared());
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(1);
  });

  it('says which input is not there', async () => {
    const missing = join(folder, 'missing');
    await expect(open([missing])).rejects.toThrow(
      `--input ${missing}: there is no such file or folder.`,
    );
  });
});

function prepared(change: Partial<PreparedCase> = {}): PreparedCase {
  return {
    testCase: {
      name: 'sample-01',
      template: { folder: '/templates/sample' } as Template,
      model: { name: 'shop', file: '/models/shop.yaml', document: {} },
      options: {},
      parameters: {},
    },
    folder: '/work/sample-01',
    logs: '/work/sample-01.logs',
    checks: [LINT],
    files: [],
    digest: 'rendered',
    ...change,
  };
}
