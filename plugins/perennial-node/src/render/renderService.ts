import { Buffer } from 'node:buffer';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type ServiceInfo,
  openApiDocument,
  stringifyLineage,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import { lineageOf } from '../lineage/lineageOf';
import { StagedTree } from './StagedTree';
import { checkValues } from './checkValues';
import { comparePaths, digestFiles } from './gitBlob';
import { mergeLayers } from './mergeLayers';
import { recordPaths } from './recordPaths';
import { renderSkeleton } from './renderSkeleton';
import type { RenderOptions, RenderResult } from './types';

/**
 * Renders a service: `render(template, model, values)`.
 *
 * The same inputs give the same bytes. Everything is prepared beside the target
 * and moved there at the end, so a failure changes nothing.
 *
 * @public
 */
export async function renderService(
  options: RenderOptions,
): Promise<RenderResult> {
  options.signal?.throwIfAborted();
  checkValues(options.values);
  const files = await mergeLayers(options.layers);
  const tree = await StagedTree.create(options);
  try {
    const result = await renderInto(tree, options, files);
    options.signal?.throwIfAborted();
    await tree.commit(options.existing ?? 'replace');
    options.logger?.info(
      `Rendered ${result.files.length} files for ${options.model.entities.length} entities`,
    );
    return result;
  } finally {
    await tree.discard();
  }
}

async function renderInto(
  tree: StagedTree,
  options: RenderOptions,
  files: Awaited<ReturnType<typeof mergeLayers>>,
): Promise<RenderResult> {
  const records = recordPaths(options.recordPath);
  const modelYaml = stringifyModel(options.document);
  const rendered = await renderSkeleton({
    files,
    records,
    model: options.model,
    values: options.values,
    modelYaml,
    openApi: () => openApiText(options),
    write: (path, content, executable) => tree.write(path, content, executable),
    trimBlocks: options.trimBlocks,
    lstripBlocks: options.lstripBlocks,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  rendered.push(tree.write(records.model, Buffer.from(modelYaml), false));
  rendered.sort(comparePaths);
  const lineage = tree.write(
    records.lineage,
    Buffer.from(stringifyLineage(lineageOf(options, modelYaml, rendered))),
    false,
  );
  return { files: rendered, lineage, digest: digestFiles(rendered) };
}

function openApiText(options: RenderOptions): string {
  const document = openApiDocument(options.model, {
    ...serviceInfo(options.values),
    database: options.database,
  });
  return JSON.stringify(document, undefined, 2);
}

function serviceInfo(values: JsonObject): ServiceInfo {
  const { name, title, description, version, auth } = values;
  if (typeof name !== 'string' || name === '') {
    throw new InputError(
      "A skeleton file uses 'openapi', which needs 'values.name', the name of the service. Hand it over in 'values' of the render step.",
    );
  }
  return {
    name,
    title: typeof title === 'string' && title !== '' ? title : name,
    description: typeof description === 'string' ? description : '',
    version: typeof version === 'string' ? version : '1.0.0',
    auth: auth === 'jwt' ? 'jwt' : 'none',
  };
}
