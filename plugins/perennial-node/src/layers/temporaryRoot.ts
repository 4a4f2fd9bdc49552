import os from 'node:os';
import type { Config } from '@backstage/config';

/**
 * Where temporary folders are made: where the scaffolder keeps its own.
 *
 * @public
 */
export function temporaryRoot(config: Config): string {
  return config.getOptionalString('backend.workingDirectory') ?? os.tmpdir();
}
