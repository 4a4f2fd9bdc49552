import type { JsonObject } from '@backstage/types';
import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { type RenderOptions, renderService } from '../render';
import { type TestFolder, type Tree, readTree } from './TestFolder';
import { makeEntity, makeModel } from './resolvedModel';

/** Inputs of a test render; what is left out does not matter to it. */
export interface TestRender extends Partial<Omit<RenderOptions, 'model'>> {
  /** Files of the only layer. */
  skeleton?: Tree;
  entities?: ResolvedEntity[];
  values?: JsonObject;
}

/** Fills in what a test leaves out. */
export function renderOptions(
  folder: TestFolder,
  test: TestRender,
): RenderOptions {
  const { skeleton = {}, entities = [makeEntity('Product')], ...rest } = test;
  return {
    layers: [{ path: folder.write('skeleton', skeleton) }],
    model: makeModel(entities),
    document: { entities: entities.map(({ name }) => ({ name })) },
    values: {},
    target: folder.fresh('out'),
    trimBlocks: true,
    lstripBlocks: true,
    ...rest,
  };
}

/** Renders into a new folder and returns the texts of what was written. */
export async function renderTest(
  folder: TestFolder,
  test: TestRender,
): Promise<Record<string, string>> {
  const options = renderOptions(folder, test);
  await renderService(options);
  const {
    'model.yaml': _,
    '.perennial/lineage.yaml': __,
    ...files
  } = readTree(options.target);
  return files;
}
