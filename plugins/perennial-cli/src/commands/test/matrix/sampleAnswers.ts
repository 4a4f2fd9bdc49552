import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { FormParameter } from './formOptions';

const MODEL_PARAMETER = 'model';

/**
 * Answers to the required parameters of a form that nobody has answered. A
 * service is named after its model, not after its case: so cases whose options
 * make no difference have the same files.
 */
export function sampleAnswers(options: {
  parameters: FormParameter[];
  /** Already answered, or options. */
  known: Set<string>;
  modelName: string;
  /** For messages. */
  template: string;
}): JsonObject {
  const samples: Record<string, JsonValue> = {
    name: options.modelName,
    description: `Keeps the data of ${options.modelName}.`,
    owner: 'group:default/example',
  };
  const answers: JsonObject = {};
  for (const { name, schema, required } of options.parameters) {
    if (!required || options.known.has(name) || needsNoAnswer(name, schema)) {
      continue;
    }
    const [example] = Array.isArray(schema.examples) ? schema.examples : [];
    const sample = example ?? samples[name];
    if (sample === undefined) {
      throw new InputError(
        `The template '${options.template}' requires '${name}', and there is no sample of it. Answer it under 'answers' in template.test.yaml or with --set ${name}=<value>, or give the parameter 'examples'.`,
      );
    }
    answers[name] = sample;
  }
  return answers;
}

/** The engine answers for the model and the repository, the form where it has a default. */
function needsNoAnswer(name: string, schema: JsonObject): boolean {
  return (
    name === MODEL_PARAMETER ||
    schema['ui:field'] === 'RepoUrlPicker' ||
    schema.default !== undefined
  );
}
