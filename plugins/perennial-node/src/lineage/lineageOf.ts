import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Lineage } from '@perennial/plugin-perennial-common';
import { version } from '../../package.json';
import type { RenderOptions, RenderedFile } from '../render/types';

/** What a render records of itself, so that it can be repeated and proved equal. */
export function lineageOf(
  options: Pick<RenderOptions, 'database' | 'layers' | 'origin' | 'values'>,
  modelYaml: string,
  files: RenderedFile[],
): Lineage {
  const {
    ref,
    source,
    commit,
    version: templateVersion,
  } = options.origin ?? {};
  return {
    version: 1,
    template: withoutUndefined({
      entityRef: ref,
      url: source,
      commit,
      version: templateVersion,
    }),
    engine: { version },
    database: options.database ?? 'postgres',
    layers: options.layers
      .filter(layer => layer.when !== false)
      .map(layer => layer.name ?? basename(layer.path)),
    values: withoutUndefined(options.values) as Lineage['values'],
    model: { digest: createHash('sha256').update(modelYaml).digest('hex') },
    files,
  };
}

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as T;
}
