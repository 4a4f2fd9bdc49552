import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { FormParameter } from './formOptions';

const MODEL_PARAMETER = 'model';

/**
 * The same for every case, so that cases whose options make no difference have
 * the same files, and cases with the same dependencies the same lock file, which
 * names the service.
 */
const SAMPLES: Record<string, string> = {
  name: 'sample-service',
  description: 'A service that shows what the template renders.',
  owner: 'group:default/example',
};

/**
 * Answers to the required parameters of a form that nobody has answered.
 */
export function sampleAnswers(options: {
  parameters: FormParameter[];
  /** Already answered, or options. */
  known: Set<string>;
  /** For messages. */
  template: string;
}): JsonObject {
  const answers: JsonObject = {};
  for (const { name, schema, required } of options.parameters) {
    if (!required || options.known.has(name) || needsNoAnswer(name, schema)) {
      continue;
    }
    const [example] = Array.isArray(schema.examples) ? schema.examples : [];
    const sample = example ?? SAMPLES[name];
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
