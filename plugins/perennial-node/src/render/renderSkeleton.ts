import { SkeletonRun, type SkeletonOptions } from './SkeletonRun';
import type { RenderedFile } from './types';

/**
 * Renders every file: first those of the whole service, one by one, then those
 * of the entities, a batch of entities at a time. So no more than a batch's
 * contexts and one file's texts are in memory at once.
 */
export async function renderSkeleton(
  options: SkeletonOptions,
): Promise<RenderedFile[]> {
  const run = new SkeletonRun(options);
  for (const file of options.files) {
    if (!file.perEntity) {
      await run.renderFile(file);
    }
  }
  await run.renderEntities(options.files.filter(file => file.perEntity));
  return run.files;
}
