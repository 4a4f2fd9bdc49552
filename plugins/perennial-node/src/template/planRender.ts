import type { JsonObject, JsonValue } from '@backstage/types';
import { evaluateTemplate } from './evaluateTemplate';
import { resolveLayers } from './resolveLayers';
import type { RenderPlan, Template } from './types';

/**
 * Works out what the render step of a template on disk asks for, without a portal.
 *
 * @public
 */
export async function planRender(options: {
  template: Template;
  /** Answers to the form. */
  parameters: JsonObject;
  /** Stands for the parameter that holds the model, where it is given: a document or text. */
  model?: JsonValue;
}): Promise<RenderPlan> {
  const { template, parameters, model } = options;
  const { document, folder } = template;
  const request = await evaluateTemplate({ document, parameters, model });
  return {
    ...request,
    layers: await resolveLayers({ folder, layers: request.layers }),
  };
}
