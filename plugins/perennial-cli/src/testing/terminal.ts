import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../run';

export const root = realpathSync(mkdtempSync(join(tmpdir(), 'perennial-cli-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

export function write(path: string, text: string): string {
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
export function perennial(...args: string[]) {
  return runLine({ args });
}

/** The same, where more than the arguments matters. */
export async function runLine(options: {
  args: string[];
  signal?: AbortSignal;
  isTTY?: boolean;
}) {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTTY: options.isTTY,
  });
  const code = await run({
    args: options.args,
    signal: options.signal,
    cwd: root,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
  });
  return { code, ...texts };
}

export async function render(...args: string[]) {
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
