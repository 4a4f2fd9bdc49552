import type { RenderedFile, Template } from '@perennial/plugin-perennial-node';
import type { PreparedCase } from '../run/prepareCases';
import type { Check } from '../types';
import { identityOfCheck } from './identityOfCheck';

const INSTALL: Check = {
  name: 'install',
  run: ['npm', 'ci'],
  env: {},
  timeoutSeconds: 1,
  cache: { key: ['lock'], folders: ['node_modules'] },
};
const LINT: Check = {
  name: 'lint',
  run: ['npm', 'run', 'lint', '${{ template }}'],
  env: { LEVEL: 'error' },
  timeoutSeconds: 1,
  reads: ['**', '!ci/**', 'ci/lint.yml'],
};

describe('identityOfCheck', () => {
  const usual = identity({});

  it('is undefined for a check that may read everything', () => {
    const { reads, ...check } = LINT;
    expect(identity({ lint: check })).toBeUndefined();
  });

  it.each([
    ['a file that is taken away', { files: { 'ci/test.yml': 'changed' } }],
    ['a new one of those', { files: { 'ci/more/deep.yml': 'new' } }],
    ['the name of the case', { name: 'other' }],
  ])('is the same whatever %s is', (_, change) => {
    expect(usual).toBeDefined();
    expect(identity(change)).toBe(usual);
  });

  it.each<[string, Change]>([
    ['a file', { files: { 'src/app.js': 'changed' } }],
    ['a hidden file', { files: { '.eslintrc': 'new' } }],
    ['a mode', { modes: { 'src/app.js': '100755' } }],
    ['a file that a later pattern adds', { files: { 'ci/lint.yml': 'new' } }],
    ['the command', { lint: { ...LINT, run: ['make', 'lint'] } }],
    ['a variable', { lint: { ...LINT, env: {} } }],
    ['the time that it may take', { lint: { ...LINT, timeoutSeconds: 2 } }],
    ['the command of an installation', { install: { ...INSTALL, run: ['x'] } }],
    ['the model', { model: { entities: [] } }],
    ['the folder of the template', { template: '/elsewhere' }],
  ])('changes with %s', (_, change) => {
    expect(identity(change)).not.toBe(usual);
  });

  it('changes with the name of the case where the command has it', () => {
    const lint = { ...LINT, run: ['echo', '${{ case }}'] };
    expect(identity({ lint, name: 'other' })).not.toBe(identity({ lint }));
  });

  it('changes with what an installation is made of, read or not', () => {
    const lint = { ...LINT, reads: ['src/**'] };
    expect(identity({ lint, files: { lock: 'two' } })).not.toBe(
      identity({ lint }),
    );
  });
});

interface Change {
  name?: string;
  template?: string;
  model?: PreparedCase['testCase']['model']['document'];
  install?: Check;
  lint?: Check;
  files?: Record<string, string>;
  modes?: Record<string, RenderedFile['mode']>;
}

function identity(change: Change): string | undefined {
  const { install = INSTALL, lint = LINT } = change;
  const files = {
    lock: 'one',
    'src/app.js': 'code',
    'ci/test.yml': 'pipeline',
    ...change.files,
  };
  return identityOfCheck(lint, {
    testCase: {
      name: change.name ?? 'sample-01',
      template: { folder: change.template ?? '/templates/sample' } as Template,
      model: {
        name: 'shop',
        file: '/models/shop.yaml',
        document: change.model ?? {},
      },
      options: {},
      parameters: {},
    },
    folder: '/work/sample-01',
    logs: '/work/sample-01.logs',
    checks: [install, lint],
    files: Object.entries(files).map(([path, blob]) => ({
      path,
      blob,
      mode: change.modes?.[path] ?? '100644',
    })),
    digest: '',
  });
}
