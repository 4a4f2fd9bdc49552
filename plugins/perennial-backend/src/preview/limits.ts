import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const MEBIBYTE = 1024 * 1024;

/** What previews may cost. */
export interface PreviewLimits {
  bodyBytes: number;
  entities: number;
  files: number;
  textBytes: number;
  templateBytes: number;
  templates: number;
  templateAgeMilliseconds: number;
  timeoutMilliseconds: number;
  concurrent: number;
  waiting: number;
  perMinute: number;
}

/** Reads `perennial.preview` of the app-config. */
export function readLimits(root: RootConfigService): PreviewLimits {
  const config = root.getOptionalConfig('perennial.preview');
  const number = (key: string, preset: number) =>
    readNumber(config, key, preset);
  return {
    bodyBytes: number('maximumBodyBytes', 2 * MEBIBYTE),
    entities: number('maximumEntities', 200),
    files: number('maximumFiles', 5_000),
    textBytes: number('maximumTextBytes', 4 * MEBIBYTE),
    templateBytes: number('maximumTemplateBytes', 64 * MEBIBYTE),
    templates: number('maximumTemplates', 8),
    templateAgeMilliseconds: readDuration(config, 'templateAge', 60_000),
    timeoutMilliseconds: readDuration(config, 'timeout', 30_000),
    concurrent: number('maximumConcurrent', 2),
    waiting: number('maximumWaiting', 20),
    perMinute: number('maximumPerMinute', 60),
  };
}

function readNumber(
  config: Config | undefined,
  key: string,
  preset: number,
): number {
  const value = config?.getOptionalNumber(key) ?? preset;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InputError(
      `perennial.preview.${key} in the app-config is ${value}. Give a whole number of at least 1, or leave it out for ${preset}.`,
    );
  }
  return value;
}

function readDuration(
  config: Config | undefined,
  key: string,
  preset: number,
): number {
  return config?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : preset;
}
