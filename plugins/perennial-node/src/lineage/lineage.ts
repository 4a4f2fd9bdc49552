import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { version } from '../../package.json';
import type { RenderOptions, RenderedFile } from '../render/types';

export function lineageOf(
  options: Pick<RenderOptions, 'origin' | 'values'>,
  files: RenderedFile[],
): JsonObject {
  return {
    version: 1,
    engine: version,
    template: { ...options.origin },
    options: options.values,
    files: files.map(file => ({ ...file })),
  };
}

export function stringifyLineage(lineage: JsonObject): string {
  return stringify(lineage, { lineWidth: 0, aliasDuplicateObjects: false });
}
