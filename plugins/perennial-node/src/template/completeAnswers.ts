import type { JsonObject } from '@backstage/types';
import { Form, collectParameters, modelParameter } from './form';
import { standIns } from './standIns';
import type { TemplateDocument } from './types';

/** An answer can make others required, which in turn can make others. */
const MAXIMUM_ROUNDS = 10;

/**
 * Completes the answers to a form that is not filled in to the end: with the
 * defaults of its schemas, else with values that stand in for what is required.
 * What no value is found for stays missing, and so does the model.
 *
 * @public
 */
export function completeAnswers(options: {
  document: TemplateDocument;
  parameters: JsonObject;
}): JsonObject {
  const { document } = options;
  const form = new Form(document);
  const schemas = collectParameters(document);
  let answers = copy(options.parameters);
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const missing = missingAnswers(form, answers).filter(
      name => name !== modelParameter(document),
    );
    if (missing.length === 0) {
      break;
    }
    for (const name of missing) {
      for (const value of standIns(name, schemas.get(name) ?? [])) {
        const attempt = copy({ ...answers, [name]: value });
        if (accepts(form, attempt, name)) {
          answers = attempt;
          break;
        }
      }
    }
  }
  return answers;
}

/** Names that the form requires; defaults are filled in on the way. */
function missingAnswers(form: Form, answers: JsonObject): string[] {
  const names = form
    .check(answers)
    .filter(it => it.keyword === 'required' && it.instancePath === '')
    .map(it => `${it.params.missingProperty}`);
  return [...new Set(names)];
}

function accepts(form: Form, answers: JsonObject, name: string): boolean {
  const place = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return !form
    .check(answers)
    .some(({ instancePath }) => `${instancePath}/`.startsWith(`${place}/`));
}

function copy(answers: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(answers)) as JsonObject;
}
