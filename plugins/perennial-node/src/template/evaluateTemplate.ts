import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseModel } from '@perennial/plugin-perennial-common';
import { TemplateRun } from './TemplateRun';
import { toJson } from './json';
import { modelParameter, repositoryParameters } from './form';
import { checkParameters } from './parameters';
import type { RenderRequest, StepOutputs, TemplateDocument } from './types';

const RENDER_ACTION = 'perennial:service:render';

/** @public */
export interface EvaluateOptions {
  document: TemplateDocument;
  /** Answers to the form. */
  parameters: JsonObject;
  /** Stands for the parameter that holds the model, where it is given: a document or text. */
  model?: JsonValue;
  /** What expressions see as `user`. */
  user?: JsonObject;
  /** Of those before the render step, only `perennial:model:resolve` has an output without this. */
  outputs?: StepOutputs;
}

/**
 * Works out what the render step of a template asks for, without running a task:
 * checks the parameters against the form, then evaluates the steps up to the
 * render step.
 *
 * @public
 */
export async function evaluateTemplate(
  options: EvaluateOptions,
): Promise<RenderRequest> {
  const { document, user, outputs } = options;
  const answers = withRepository(document, withModel(options));
  const parameters = checkParameters({ document, parameters: answers });
  const run = new TemplateRun({ parameters, user, outputs });
  for (const step of document.spec.steps) {
    if (step.action === RENDER_ACTION) {
      return run.request(step);
    }
    await run.pass(step);
  }
  throw new InputError(
    `The template '${document.metadata.name}' has no step with the action ${RENDER_ACTION}, so there is nothing to render. Use a template of Perennial's.`,
  );
}

function withModel(options: EvaluateOptions): JsonObject {
  if (options.model === undefined) {
    return options.parameters;
  }
  const model =
    typeof options.model === 'string'
      ? toJson(parseModel(options.model))
      : options.model;
  return { ...options.parameters, [modelParameter(options.document)]: model };
}

/**
 * Gives a repository's address where there is none, since the files of a service
 * name it: that of the owner's organisation on github.com.
 */
function withRepository(
  document: TemplateDocument,
  parameters: JsonObject,
): JsonObject {
  const result = { ...parameters };
  for (const name of repositoryParameters(document)) {
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
