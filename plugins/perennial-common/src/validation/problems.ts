import { InputError } from '@backstage/errors';
import type { ModelProblem } from '../model/types';

/** A place in a document. @public */
export type Pointer = (string | number)[];

/** More would not be read, and a hostile document could make them by the million. */
const MAX_PROBLEMS = 100;

/**
 * A pointer as people write it: `entities[2].fields[0].name`.
 *
 * @public
 */
export function formatPointer(pointer: Pointer): string {
  return pointer.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(step))
      return `${path}[${JSON.stringify(step.slice(0, 80))}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

/** A value in a message: as JSON, cut short. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text =
    typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Gathers problems in the order in which they are found. */
export class ProblemList {
  readonly #problems: ModelProblem[] = [];

  get problems(): ModelProblem[] {
    return this.#problems;
  }

  get isFull(): boolean {
    return this.#problems.length >= MAX_PROBLEMS;
  }

  add(pointer: Pointer, message: string, mend: string): void {
    if (this.isFull) return;
    this.#problems.push({
      path: formatPointer(pointer),
      pointer,
      message,
      mend,
    });
  }
}

/**
 * A model that does not hold, with everything that is wrong with it.
 *
 * @public
 */
export class InvalidModelError extends InputError {
  readonly problems: ModelProblem[];

  constructor(message: string, problems: ModelProblem[]) {
    super(message);
    this.problems = problems;
  }
}

/**
 * The error for people: every problem on its own line, with place and mend.
 *
 * @public
 */
export function problemsToError(problems: ModelProblem[]): InvalidModelError {
  const lines = problems.map(problem => {
    const place =
      problem.line === undefined
        ? ''
        : ` (line ${problem.line}, column ${problem.column})`;
    const where = problem.path === '' ? 'the model' : problem.path;
    return `- ${where}${place}: ${problem.message} ${problem.mend}`;
  });
  const count =
    problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new InvalidModelError(
    `The model has ${count}:\n${lines.join('\n')}`,
    problems,
  );
}
