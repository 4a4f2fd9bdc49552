import type { JsonObject, JsonValue } from '@backstage/types';
import type { Template } from '@perennial/plugin-perennial-node';

/** A value of an option: what the form's enum or boolean allows. */
export type OptionValue = string | number | boolean;

/** A parameter of the form that takes one of a few values. */
export interface FormOption {
  name: string;
  /** The default first, then the others as the form lists them. */
  values: OptionValue[];
}

/** A model file that a template is tested with. */
export interface TestModel {
  name: string;
  /** Absolute path. */
  file: string;
  document: JsonValue;
}

/** A command of a case, still with its placeholders. */
export interface Check {
  name: string;
  run: string[];
  /** Values of options, or names of models, that it applies to. */
  when?: Record<string, OptionValue[]>;
  timeoutSeconds: number;
  /** Null is not handed on. */
  env: Record<string, string | null>;
  cache?: CheckCache;
  /** Patterns of the rendered files that decide its outcome; all of them where there is none. */
  reads?: string[];
}

/** What a check's work depends on, and what it leaves. */
export interface CheckCache {
  key: string[];
  folders: string[];
}

/** One template, one model, one value for each option. */
export interface TestCase {
  /** Unique in a run; letters, digits and hyphens. */
  name: string;
  template: Template;
  model: TestModel;
  options: Record<string, OptionValue>;
  /** Answers to the whole form, without the model. */
  parameters: JsonObject;
  /** As template.test.yaml names them; found in the rendered files where it does not. */
  checks?: Check[];
}

export type CheckOutcome =
  | 'passed'
  | 'cached'
  | 'passed before'
  | 'failed'
  | 'timed out'
  | 'not run'
  /** It has a cache, and no check that needs what it makes was run. */
  | 'not needed';

export interface CheckResult {
  name: string;
  outcome: CheckOutcome;
  seconds: number;
  /** Another case whose check had the same to read; it stands for this one. */
  sameAs?: string;
  /** Why it failed, in one sentence. */
  message?: string;
  /** Absolute path of its output. */
  log?: string;
  /** Last lines of a failed one. */
  tail?: string;
}

export interface CaseResult {
  testCase: TestCase;
  /** Skipped where none of the checks applies. */
  outcome: 'passed' | 'failed' | 'skipped';
  checks: CheckResult[];
  seconds: number;
  /** Another case whose files are the same; it stands for this one. */
  sameAs?: string;
}
