import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Database,
  ModelDocument,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import type { Layer, WhitespaceOptions } from '../render';

/** A layer as template.yaml writes it. @public */
export interface LayerInput {
  /** Relative to the folder of template.yaml. */
  path: string;
  /** Anything that is not true in the usual sense leaves the layer out. */
  when?: JsonValue;
  overrides?: string[];
}

/** A step of template.yaml. @public */
export interface TemplateStep {
  id?: string;
  name?: string;
  action: string;
  if?: string | boolean;
  each?: JsonValue;
  input?: JsonObject;
}

/** The parts of template.yaml that rendering reads. @public */
export interface TemplateDocument {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    title?: string;
    annotations?: Record<string, string>;
  };
  spec: {
    parameters?: JsonObject | JsonObject[];
    steps: TemplateStep[];
  };
}

/** A template read from disk. @public */
export interface Template {
  /** Absolute path of the folder that holds template.yaml. */
  folder: string;
  document: TemplateDocument;
}

/** A model that has been read and resolved for a database. @public */
export interface ResolvedInput {
  document: ModelDocument;
  model: ResolvedModel;
}

/** What a template's render step asks for, once its expressions are evaluated. @public */
export interface RenderRequest extends WhitespaceOptions {
  /** As the step names them: where they are is not known yet. */
  layers: LayerInput[];
  /** As the step hands it over: a document, or text. */
  model: JsonValue;
  database: Database;
  /** `model`, where a step before has resolved it for that database already. */
  resolved?: ResolvedInput;
  values: JsonObject;
  /** Relative to the target. */
  targetPath?: string;
  /** Where model and lineage go, relative to the target. */
  recordPath?: string;
  /** The parameters that it was evaluated with, defaults filled in. */
  parameters: JsonObject;
}

/** A render request whose layers have been found. @public */
export interface RenderPlan extends Omit<RenderRequest, 'layers'> {
  layers: Layer[];
}

/**
 * What steps before the render step give, by their action: only those that
 * change nothing can be run for a plan. The others give nothing.
 *
 * @public
 */
export type StepOutputs = Record<
  string,
  (input: JsonObject) => Promise<JsonObject>
>;
