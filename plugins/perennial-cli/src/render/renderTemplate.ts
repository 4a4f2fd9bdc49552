import { join } from 'node:path';
import { parseModel, resolveModel } from '@perennial/plugin-perennial-common';
import {
  type RenderOptions,
  type RenderPlan,
  type RenderResult,
  type ResolvedInput,
  type Template,
  type TemplateOrigin,
  renderService,
} from '@perennial/plugin-perennial-node';

/** Renders what a template's render step asks for. */
export async function renderTemplate(
  options: {
    plan: RenderPlan;
    /** Absolute. */
    out: string;
  } & Pick<RenderOptions, 'origin' | 'existing' | 'signal' | 'onProgress'>,
): Promise<RenderResult & { entities: number }> {
  const { plan, out, ...rest } = options;
  const { document, model } = plan.resolved ?? resolve(plan);
  const result = await renderService({
    ...rest,
    layers: plan.layers,
    model,
    document,
    database: plan.database,
    values: plan.values,
    target: plan.targetPath ? join(out, plan.targetPath) : out,
    recordPath: plan.recordPath,
    trimBlocks: plan.trimBlocks,
    lstripBlocks: plan.lstripBlocks,
  });
  return { ...result, entities: model.entities.length };
}

function resolve({ model, database }: RenderPlan): ResolvedInput {
  const document = parseModel(model);
  return { document, model: resolveModel(document, { database }) };
}

/** What a service's lineage says of its template. */
export function originOf(
  template: Template,
  located: { source?: string; commit?: string } = {},
): TemplateOrigin {
  const { metadata } = template.document;
  return {
    ref: `template:${metadata.namespace ?? 'default'}/${metadata.name}`,
    version: metadata.annotations?.['backstage.io/template-version'],
    source: located.source,
    commit: located.commit,
  };
}
