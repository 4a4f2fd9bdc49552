import { relative, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseModel, resolveModel } from '@perennial/plugin-perennial-common';
import {
  type RenderPlan,
  type RenderResult,
  type TemplateOrigin,
  planRender,
  readTemplate,
  renderService,
} from '@perennial/plugin-perennial-node';
import { RENDER_HELP } from '../../help';
import { locateTemplate } from '../../template/locateTemplate';
import { Progress } from '../../terminal/Progress';
import type { CommandResult, RunOptions } from '../../types';
import { checkOut } from './checkOut';
import { type RenderArguments, parseRenderArguments } from './parseArguments';
import { readText, readValues } from './readInputs';

/** `perennial render`. */
export async function renderCommand(
  options: RunOptions,
): Promise<CommandResult> {
  const args = parseRenderArguments(options.args);
  if (args.help) {
    return { summary: RENDER_HELP, report: {} };
  }
  const out = resolve(options.cwd, args.out);
  await checkOut({ out, name: args.out, force: args.force });
  const parameters = await readValues({
    cwd: options.cwd,
    file: args.values,
    set: args.set,
  });
  const model = args.model
    ? await readText(options.cwd, '--model', args.model)
    : undefined;
  if (model === undefined && parameters.model === undefined) {
    throw new InputError(
      'What should it be about? Give a data model with --model model.yaml.',
    );
  }
  const located = await locateTemplate(args.template, options);
  try {
    const template = await readTemplate({ folder: located.folder });
    const plan = await planRender({ template, parameters, model });
    const { metadata } = template.document;
    const origin = {
      ref: `template:${metadata.namespace ?? 'default'}/${metadata.name}`,
      version: metadata.annotations?.['backstage.io/template-version'],
      source: located.source,
      commit: located.commit,
    };
    return await render({ args, out, plan, origin, options });
  } finally {
    await located.dispose();
  }
}

async function render(input: {
  args: RenderArguments;
  out: string;
  plan: RenderPlan;
  origin: TemplateOrigin;
  options: RunOptions;
}): Promise<CommandResult> {
  const { args, out, plan, options } = input;
  const document = parseModel(plan.model);
  const model = resolveModel(document, { database: plan.database });
  const progress = new Progress(options.stderr);
  let result: RenderResult;
  try {
    result = await renderService({
      layers: plan.layers,
      model,
      document,
      database: plan.database,
      values: plan.values,
      target: plan.targetPath ? resolve(out, plan.targetPath) : out,
      origin: input.origin,
      existing: args.force ? 'replace' : 'refuse',
      trimBlocks: plan.trimBlocks,
      lstripBlocks: plan.lstripBlocks,
      signal: options.signal,
      onProgress: state => progress.show(state),
    });
  } finally {
    progress.clear();
  }
  const entities = model.entities.length;
  return {
    summary: `Rendered ${result.files.length} files for ${entities} ${
      entities === 1 ? 'entity' : 'entities'
    } into ${relative(options.cwd, out) || '.'}\n`,
    report: {
      out,
      files: result.files.length,
      entities,
      digest: result.digest,
    },
  };
}
