import { InputError } from '@backstage/errors';
import { LINEAGE_PATH } from '@perennial/plugin-perennial-common';
import { checkPath, MODEL_PATH } from './checkPath';

/** Where a render records its model and its lineage. */
export interface RecordPaths {
  model: string;
  lineage: string;
}

/** Files of the engine itself, that no skeleton may write. */
export const ROOT_RECORDS: RecordPaths = {
  model: MODEL_PATH,
  lineage: LINEAGE_PATH,
};

/** The paths in a folder, or those of a repository that is one unit. */
export function recordPaths(folder: string | undefined): RecordPaths {
  if (folder === undefined) {
    return ROOT_RECORDS;
  }
  const problem = checkPath(folder);
  if (problem) {
    throw new InputError(
      `recordPath is '${folder}', which ${problem}. Give a folder of the target, for example .perennial/services/invoice.`,
    );
  }
  return { model: `${folder}/model.yaml`, lineage: `${folder}/lineage.yaml` };
}
