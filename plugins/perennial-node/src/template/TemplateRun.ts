import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type Database,
  canonicalModel,
  resolvedNames,
  limitEntities,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { Expressions } from './expressions';
import { LargeValues } from './LargeValues';
import { isObject, toJson } from './json';
import { isTruthy } from './resolveLayers';
import type {
  LayerInput,
  RenderRequest,
  ResolvedInput,
  StepOutputs,
  TemplateStep,
} from './types';

const RESOLVE_ACTION = 'perennial:model:resolve';

/** The steps of a template up to the one that renders. */
export class TemplateRun {
  readonly #parameters: JsonObject;
  readonly #large = new LargeValues();
  readonly #expressions: Expressions;
  readonly #outputs: Map<string, StepOutputs[string]>;
  #resolved: (ResolvedInput & { database: Database }) | undefined;

  constructor(options: {
    parameters: JsonObject;
    user?: JsonObject;
    outputs?: StepOutputs;
  }) {
    const { parameters, user = {}, outputs = {} } = options;
    this.#parameters = parameters;
    this.#outputs = new Map(Object.entries(outputs));
    const entries = Object.entries(parameters).map(([name, value]) => [
      name,
      this.#large.hide(value ?? null),
    ]);
    this.#expressions = new Expressions({
      parameters: Object.fromEntries(entries),
      steps: {},
      user,
    });
  }

  /** Gives a step before the render step the output that later ones may ask for. */
  async pass(step: TemplateStep): Promise<void> {
    const run = this.#runnerOf(step);
    this.#expressions.addStep(
      step.id ?? step.action,
      run && this.#applies(step) ? await run(this.#input(step)) : {},
    );
  }

  #runnerOf(step: TemplateStep): StepOutputs[string] | undefined {
    return step.action === RESOLVE_ACTION
      ? async input => this.#resolve(input)
      : this.#outputs.get(step.action);
  }

  #resolve(input: JsonObject): JsonObject {
    const document = canonicalModel(
      parseModel(this.#large.reveal(input.model)),
    );
    const database = databaseOf(input);
    const model = resolveModel(document, { database });
    if (typeof input.maximumEntities === 'number') {
      limitEntities(model, input.maximumEntities);
    }
    this.#resolved = { document, model, database };
    return {
      model: this.#large.hide(toJson(document)),
      entities: model.entities.map(entity => entity.pascal),
      names: resolvedNames(model) as unknown as JsonValue,
      auth: model.hasOwned,
    };
  }

  /** What the render step asks for. */
  request(step: TemplateStep): RenderRequest {
    const place = placeOf(step);
    if (step.each !== undefined || !this.#applies(step)) {
      throw new InputError(
        `${place} of the template has an 'each' or an 'if' that does not hold, so there is nothing to render.`,
      );
    }
    const input = this.#input(step);
    const model = this.#large.reveal(input.model);
    const database = databaseOf(input);
    return {
      layers: layersOf(input.layers, place),
      model,
      database,
      resolved: this.#resolvedAs(model, database),
      values: isObject(input.values) ? input.values : {},
      trimBlocks: input.trimBlocks === true,
      lstripBlocks: input.lstripBlocks === true,
      targetPath:
        typeof input.targetPath === 'string' ? input.targetPath : undefined,
      recordPath:
        typeof input.recordPath === 'string' ? input.recordPath : undefined,
      parameters: this.#parameters,
    };
  }

  /** What an expression hands on is a copy, so it is known by its content. */
  #resolvedAs(model: JsonValue, database: Database): ResolvedInput | undefined {
    const resolved = this.#resolved;
    return resolved?.database === database &&
      isDeepStrictEqual(model, toJson(resolved.document))
      ? { document: resolved.document, model: resolved.model }
      : undefined;
  }

  #applies(step: TemplateStep): boolean {
    if (step.if === undefined) {
      return true;
    }
    const value = this.#expressions.evaluate(step.if, `${placeOf(step)}.if`);
    return isTruthy(value ?? false);
  }

  #input(step: TemplateStep): JsonObject {
    return this.#expressions.evaluateObject(
      step.input ?? {},
      `${placeOf(step)}.input`,
    );
  }
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
