import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parseModel, resolveModel } from '@perennial/plugin-perennial-common';
import { renderService } from '../render';
import { planRender, readTemplate } from '../template';
import { type TestFolder, listTree } from './TestFolder';
import {
  ANSWERS,
  type ShippedTemplate,
  shippedTemplates,
} from './shippedTemplates';

/** Layers that every template takes, whatever its framework. */
const DELIVERY_PARTS =
  /parts\/(github-actions|gitlab-ci|jenkins|azure-pipelines|dependabot|renovate|kubernetes|catalog|techdocs)$/;

const MODEL = {
  entities: [{ name: 'Product', fields: [{ name: 'name', type: 'string' }] }],
};

/** The templates that take them. */
export function deliveredTemplates(): ShippedTemplate[] {
  return shippedTemplates().filter(({ text }) =>
    text.includes('parts/github-actions'),
  );
}

/** One file of a rendered service. */
export interface DeliveryFile {
  path: string;
  text: string;
  executable: boolean;
}

/**
 * Renders what the parts say about the delivery of a service: pipelines,
 * manifests, dependency updates, the catalog and the documentation.
 *
 * @returns the folder, and its files but for the model and the lineage
 */
export async function renderDelivery(options: {
  folder: TestFolder;
  template: string;
  answers?: JsonObject;
  /** Take the place of what the template gives its layers. */
  values?: JsonObject;
}): Promise<{ target: string; files: DeliveryFile[] }> {
  const template = await readTemplate({ folder: folderOf(options.template) });
  const document = parseModel(MODEL);
  const plan = await planRender({
    template,
    parameters: { ...ANSWERS, ...options.answers, model: MODEL },
  });
  const target = options.folder.fresh('service');
  const result = await renderService({
    ...plan,
    values: { ...plan.values, ...options.values },
    layers: plan.layers.filter(({ path }) => DELIVERY_PARTS.test(path)),
    model: resolveModel(document, { database: plan.database }),
    document,
    target,
  });
  const written = new Set(result.files.map(({ path }) => path));
  written.delete('model.yaml');
  const files = listTree(target)
    .filter(path => written.has(path))
    .map(path => ({
      path,
      text: readFileSync(join(target, path), 'utf8'),
      // eslint-disable-next-line no-bitwise
      executable: (statSync(join(target, path)).mode & 0o111) !== 0,
    }));
  return { target, files };
}

function folderOf(name: string): string {
  const found = shippedTemplates().find(each => each.name === name);
  if (!found) {
    throw new Error(`There is no template ${name} under templates/`);
  }
  return found.folder;
}
