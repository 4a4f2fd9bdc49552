import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { fetchTemplate } from './fetchTemplate';
import type { LocatedTemplate } from './types';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const URL_PATTERN = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Finds a template by folder, by its name under templates/, or by URL. */
export async function locateTemplate(
  template: string,
  options: { cwd: string; signal?: AbortSignal },
): Promise<LocatedTemplate> {
  if (URL_PATTERN.test(template)) {
    return fetchTemplate(template, options.signal);
  }
  const folder = await findFolder(template, options.cwd);
  return { folder, dispose: async () => {} };
}

async function findFolder(template: string, cwd: string): Promise<string> {
  const direct = resolve(cwd, template);
  if (await isTemplate(direct)) {
    return direct;
  }
  if (NAME.test(template)) {
    for (let folder = cwd; ; folder = dirname(folder)) {
      const named = join(folder, 'templates', template);
      if (await isTemplate(named)) {
        return named;
      }
      if (folder === dirname(folder)) {
        break;
      }
    }
  }
  throw new InputError(
    `There is no template '${template}': neither ${direct} nor a folder templates/${template} here or above holds a template.yaml.`,
  );
}

async function isTemplate(folder: string): Promise<boolean> {
  const stats = await stat(join(folder, 'template.yaml')).catch(
    () => undefined,
  );
  return stats?.isFile() ?? false;
}
