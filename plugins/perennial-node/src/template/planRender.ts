import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseModel } from '@perennial/plugin-perennial-common';
import { TemplateRun } from './TemplateRun';
import { toJson } from './json';
import { checkParameters, repositoryParameters } from './parameters';
import type { RenderPlan, Template } from './types';

const RENDER_ACTION = 'perennial:service:render';
/** The parameter that holds the model. */
const MODEL_PARAMETER = 'model';

/**
 * Works out what the render step of a template asks for, without a portal: checks
 * the parameters against the form, then evaluates the steps up to the render
 * step. Of those before it, only `perennial:model:resolve` has an output.
 *
 * @public
 */
export async function planRender(options: {
  template: Template;
  /** Answers to the form. */
  parameters: JsonObject;
  /** Stands for the parameter `model`, where it is given: a document or text. */
  model?: JsonValue;
}): Promise<RenderPlan> {
  const { template } = options;
  const run = new TemplateRun(
    template,
    checkParameters({
      template,
      parameters: withRepository(template, withModel(options)),
    }),
  );
  for (const step of template.document.spec.steps) {
    if (step.action === RENDER_ACTION) {
      return run.plan(step);
    }
    run.pass(step);
  }
  throw new InputError(
    `The template '${template.document.metadata.name}' has no step with the action ${RENDER_ACTION}, so there is nothing to render. Use a template of Perennial's.`,
  );
}

function withModel(options: {
  parameters: JsonObject;
  model?: JsonValue;
}): JsonObject {
  if (options.model === undefined) {
    return options.parameters;
  }
  const model =
    typeof options.model === 'string'
      ? toJson(parseModel(options.model))
      : options.model;
  return { ...options.parameters, [MODEL_PARAMETER]: model };
}

/**
 * Gives a repository's address where there is none, since the files of a service
 * name it: that of the owner's organisation on github.com.
 */
function withRepository(
  template: Template,
  parameters: JsonObject,
): JsonObject {
  const result = { ...parameters };
  for (const name of repositoryParameters(template)) {
    result[name] ??= `github.com?owner=${organisation(
      parameters.owner,
    )}&repo=${encodeURIComponent(`${parameters.name ?? 'service'}`)}`;
  }
  return result;
}

function organisation(owner: JsonValue | undefined): string {
  const name = typeof owner === 'string' ? owner.split(/[:/]/).pop() : '';
  return encodeURIComponent(name || 'example');
}
