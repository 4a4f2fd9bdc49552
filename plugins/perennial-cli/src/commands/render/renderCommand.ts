import { relative, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  type RenderPlan,
  type TemplateOrigin,
  planRender,
  readTemplate,
} from '@perennial/plugin-perennial-node';
import { RENDER_HELP } from '../../help';
import { originOf, renderTemplate } from '../../render/renderTemplate';
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
    const origin = originOf(template, located);
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
  const progress = new Progress(options.stderr);
  let result: Awaited<ReturnType<typeof renderTemplate>>;
  try {
    result = await renderTemplate({
      plan,
      out,
      origin: input.origin,
      existing: args.force ? 'replace' : 'refuse',
      signal: options.signal,
      onProgress: state => progress.show(state),
    });
  } finally {
    progress.clear();
  }
  const { entities } = result;
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
