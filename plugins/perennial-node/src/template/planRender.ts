import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type Database,
  type ModelDocument,
  canonicalModel,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { evaluate, evaluateObject } from './expressions';
import { checkParameters, repositoryParameters } from './parameters';
import { isTruthy, resolveLayers } from './resolveLayers';
import type { LayerInput, RenderPlan, Template, TemplateStep } from './types';

const RESOLVE_ACTION = 'perennial:model:resolve';
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
  const parameters = checkParameters({
    template,
    parameters: withRepository(template, withModel(options)),
  });
  const steps: JsonObject = {};
  for (const step of template.document.spec.steps) {
    const context: JsonObject = { parameters, steps, user: {} };
    const id = step.id ?? step.action;
    if (step.action === RENDER_ACTION) {
      return planStep(template, step, context);
    }
    steps[id] = { output: runStep(step, context) };
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

function runStep(step: TemplateStep, context: JsonObject): JsonObject {
  const place = placeOf(step);
  if (step.action !== RESOLVE_ACTION || !applies(step, context)) {
    return {};
  }
  const input = evaluateObject(step.input ?? {}, context, `${place}.input`);
  const document = canonicalModel(parseModel(input.model));
  const resolved = resolveModel(document, { database: databaseOf(input) });
  return {
    model: toJson(document),
    entities: resolved.entities.map(entity => entity.pascal),
    auth: resolved.hasOwned,
  };
}

async function planStep(
  template: Template,
  step: TemplateStep,
  context: JsonObject,
): Promise<RenderPlan> {
  const place = placeOf(step);
  if (step.each !== undefined || !applies(step, context)) {
    throw new InputError(
      `${place} of the template has an 'each' or an 'if' that does not hold, so there is nothing to render.`,
    );
  }
  const input = evaluateObject(step.input ?? {}, context, `${place}.input`);
  return {
    layers: await resolveLayers({
      folder: template.folder,
      layers: layersOf(input.layers, place),
    }),
    model: input.model ?? null,
    database: databaseOf(input),
    values: isObject(input.values) ? input.values : {},
    trimBlocks: input.trimBlocks === true,
    lstripBlocks: input.lstripBlocks === true,
    targetPath:
      typeof input.targetPath === 'string' ? input.targetPath : undefined,
    parameters: context.parameters as JsonObject,
  };
}

function applies(step: TemplateStep, context: JsonObject): boolean {
  if (step.if === undefined) {
    return true;
  }
  const value = evaluate(step.if, context, `${placeOf(step)}.if`);
  return isTruthy(value ?? false);
}

function placeOf(step: TemplateStep): string {
  return `The step '${step.id ?? step.action}'`;
}

function databaseOf(input: JsonObject): Database {
  const { database = 'postgres' } = input;
  if (database !== 'postgres' && database !== 'mongo') {
    throw new InputError(
      `The database ${JSON.stringify(
        database,
      )} is not known. Use 'postgres' or 'mongo'.`,
    );
  }
  return database;
}

function layersOf(layers: JsonValue | undefined, place: string): LayerInput[] {
  if (!Array.isArray(layers) || !layers.every(isLayer)) {
    throw new InputError(
      `${place}.input.layers in template.yaml must be a list of layers, each with a 'path'.`,
    );
  }
  return layers;
}

function isLayer(layer: JsonValue): layer is JsonObject & LayerInput {
  return (
    isObject(layer) &&
    typeof layer.path === 'string' &&
    (layer.overrides === undefined || Array.isArray(layer.overrides))
  );
}

/** Documents are JSON, which their type does not say. */
function toJson(document: ModelDocument): JsonValue {
  return document as unknown as JsonValue;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
