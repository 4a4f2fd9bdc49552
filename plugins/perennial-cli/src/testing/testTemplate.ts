import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { root, runLine } from './terminal';

/** Leaves one case of the template `checked`. */
export const ONE_CASE = ['auth=none', 'size=1', 'docs=false'].flatMap(
  answer => ['--set', answer],
);

/** Runs `perennial test` on a template with folders of its own. */
export async function testTemplate(
  template: string,
  args: string[],
  options: { signal?: AbortSignal; isTTY?: boolean } = {},
) {
  const folder = mkdtempSync(join(root, 'run-'));
  const at = (name: string) => join(folder, name);
  const result = await runLine({
    ...options,
    args: [
      ...['test', template, '--model', 'model.yaml', '--json'],
      ...['--cache', at('cache'), '--work', at('work')],
      ...['--junit', at('report/junit.xml'), ...args],
    ],
  });
  const report = JSON.parse(result.stdout.trim().split('\n').pop()!);
  return { ...result, report, work: at('work'), junit: at('report/junit.xml') };
}
