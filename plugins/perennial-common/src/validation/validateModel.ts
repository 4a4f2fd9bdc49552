import type { ModelDocument, ModelOptions, ModelProblem } from '../model/types';
import { checkPlainJson } from './plainJson';
import { ProblemList, type Pointer } from './problems';
import { checkSemantics, type CheckedDatabase } from './semantics';
import { checkStructure } from './structure';
import { readText } from './text';

/** What a document was found to be. */
export interface CheckedModel {
  problems: ModelProblem[];
  document?: ModelDocument;
}

/** Reads, checks and types a document, from text or from an object. */
export function checkModel(
  input: unknown,
  options: { database?: CheckedDatabase } = {},
): CheckedModel {
  const problems = new ProblemList();
  let value = input;
  let locate:
    | ((pointer: Pointer) => { line: number; column: number } | undefined)
    | undefined;
  if (typeof input === 'string') {
    const text = readText(input, problems);
    if (text === undefined) return { problems: problems.problems };
    ({ value, locate } = text);
  }
  if (value === null || value === undefined) {
    problems.add(
      [],
      'The model is empty.',
      'Write entities: and at least one entity below it.',
    );
    return { problems: problems.problems };
  }
  checkPlainJson(value, problems);
  // Names that reach a prototype are gone after this point.
  const document =
    problems.problems.length === 0
      ? checkStructure(value, problems)
      : undefined;
  if (document !== undefined) checkSemantics(document, options, problems);
  const located = problems.problems.map(problem => ({
    ...problem,
    ...locate?.(problem.pointer),
  }));
  return located.length === 0
    ? { problems: [], document }
    : { problems: located };
}

/**
 * Everything that is wrong with a model, each with its place and its mend;
 * empty where nothing is. Takes YAML or JSON text, or an object, and never throws.
 *
 * @public
 */
export function validateModel(
  input: unknown,
  options?: ModelOptions,
): ModelProblem[] {
  return checkModel(input, options).problems;
}
