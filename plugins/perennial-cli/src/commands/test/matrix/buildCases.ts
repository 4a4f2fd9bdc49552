import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Template } from '@perennial/plugin-perennial-node';
import type { TemplateTests } from '../config/readTestConfig';
import type { FormOption, OptionValue, TestCase, TestModel } from '../types';
import { type Row, coveringArray, fullProduct } from './coveringArray';
import { formOptions, formParameters } from './formOptions';
import { sampleAnswers } from './sampleAnswers';
import {
  MODEL_KEY,
  type Restriction,
  findOption,
  isMeant,
  readRule,
  restrictOption,
} from './selectOptions';
import { slug } from './slug';

/** More cases than this are a mistake. */
const MAXIMUM_CASES = 5_000;

/** What the matrix of a template is made of. */
export interface MatrixOptions {
  template: Template;
  tests: TemplateTests;
  models: TestModel[];
  /** Values of options that are asked for on the command line. */
  restricted: [option: string, values: string[]][];
  /** Answers from the command line; one to an option fixes it. */
  set: [parameter: string, value: string][];
  /** Every combination instead of every pair. */
  full: boolean;
}

/** The cases of a template: every model with every value of an option, every two values. */
export function buildCases(input: MatrixOptions): TestCase[] {
  const { template, models } = input;
  const known = formOptions(template);
  const options = selectOptions(known, input);
  const factors: FormOption[] = [
    { name: MODEL_KEY, values: models.map(({ name }) => name) },
    ...options,
  ];
  const { exclude, file } = input.tests;
  const rules = exclude.map(rule => readRule(known, rule, `${file}, exclude`));
  const rows = chooseRows(input.full, {
    sizes: factors.map(({ values }) => values.length),
    isAllowed: (row: Readonly<Row>) =>
      !rules.some(rule =>
        isMeant(rule, name => {
          const index = factors.findIndex(factor => factor.name === name);
          return factors[index]?.values[row[index]];
        }),
      ),
  });
  const checks = input.tests.checks?.map(check => ({
    ...check,
    when:
      check.when &&
      readRule(known, check.when, `${file}, the check '${check.name}'`),
  }));
  const width = String(rows.length).length;
  return models.flatMap((model, index) =>
    rows
      .filter(([first]) => first === index)
      .map(([, ...row], number) => {
        const chosen = Object.fromEntries(
          options.map(({ name, values }, at) => [name, values[row[at]]]),
        );
        const name = [
          slug(template.document.metadata.name),
          model.name,
          String(number + 1).padStart(width, '0'),
        ].join('-');
        const parameters = answers(input, chosen);
        return { name, template, model, options: chosen, parameters, checks };
      }),
  );
}

function chooseRows(
  full: boolean,
  factors: { sizes: number[]; isAllowed: (row: Readonly<Row>) => boolean },
): Row[] {
  const product = factors.sizes.reduce((total, size) => total * size, 1);
  if (full && product > MAXIMUM_CASES) {
    throw new InputError(
      `--full would make ${product} cases, and the most is ${MAXIMUM_CASES}. Restrict some options with --option.`,
    );
  }
  const rows = full ? fullProduct(factors) : coveringArray(factors);
  if (rows.length === 0) {
    throw new InputError(
      `Nothing is left to test: 'exclude' in template.test.yaml rules out every combination that is asked for.`,
    );
  }
  return rows;
}

/** The form's options with the values that the file, then the command line, leaves. */
function selectOptions(
  known: FormOption[],
  { tests, restricted, set }: MatrixOptions,
): FormOption[] {
  const restrictions = new Map<string, Restriction>();
  for (const [name, values] of Object.entries(tests.options)) {
    const source = `${tests.file}, options`;
    findOption(known, name, source);
    restrictions.set(name, { source, values });
  }
  for (const [name, values] of restricted) {
    findOption(known, name, '--option');
    restrictions.set(name, { source: '--option', values });
  }
  for (const [name, value] of set) {
    restrictions.set(name, { source: '--set', values: [value] });
  }
  return known.map(option => {
    const restriction = restrictions.get(option.name);
    return restriction ? restrictOption(option, restriction) : option;
  });
}

/** Answers to the whole form: what is asked for, and samples of what is not. */
function answers(
  { template, tests, set }: MatrixOptions,
  options: Record<string, OptionValue>,
): JsonObject {
  const given: JsonObject = {
    ...tests.answers,
    ...Object.fromEntries(set),
    ...options,
  };
  const samples = sampleAnswers({
    parameters: formParameters(template),
    known: new Set(Object.keys(given)),
    template: template.document.metadata.name,
  });
  return { ...samples, ...given };
}
