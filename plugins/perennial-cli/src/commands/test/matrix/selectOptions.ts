import { InputError } from '@backstage/errors';
import type { FormOption, OptionValue } from '../types';

/** Values that someone wants an option to be restricted to. */
export interface Restriction {
  /** Who says so, for messages: `--option ci` or the file. */
  source: string;
  values: OptionValue[];
}

/**
 * The options with the values that are asked for. A text stands for the value
 * that reads like it, since the command line has nothing but texts.
 */
export function restrictOption(
  option: FormOption,
  { source, values }: Restriction,
): FormOption {
  return {
    name: option.name,
    values: values.map(value => findValue(option, value, source)),
  };
}

/** The value of an option that a text or a value means. */
export function findValue(
  option: FormOption,
  value: OptionValue,
  source: string,
): OptionValue {
  const found = option.values.find(known => String(known) === String(value));
  if (found === undefined) {
    throw new InputError(
      `${source}: '${value}' is no value of the option '${
        option.name
      }'. Use one of ${option.values.join(', ')}.`,
    );
  }
  return found;
}

/** The option of that name. */
export function findOption(
  options: FormOption[],
  name: string,
  source: string,
): FormOption {
  const option = options.find(known => known.name === name);
  if (!option) {
    throw new InputError(
      `${source}: the template has no option '${name}'. It has: ${
        options.map(known => known.name).join(', ') || 'none'
      }.`,
    );
  }
  return option;
}

/** Values of options, or names of models, all of which a combination must have. */
export type Rule = Record<string, OptionValue[]>;

/** The key of a rule that is no option. */
export const MODEL_KEY = 'model';

/** A rule whose values are the form's own. */
export function readRule(
  options: FormOption[],
  rule: Rule,
  source: string,
): Rule {
  return Object.fromEntries(
    Object.entries(rule).map(([name, values]) => {
      // Which models there are is for the command line to say.
      if (name === MODEL_KEY) {
        return [name, values];
      }
      const option = findOption(options, name, source);
      return [name, values.map(value => findValue(option, value, source))];
    }),
  );
}

/** Whether a combination is one that a rule means. */
export function isMeant(
  rule: Rule,
  valueOf: (name: string) => OptionValue | undefined,
): boolean {
  return Object.entries(rule).every(([name, values]) =>
    values.some(value => value === valueOf(name)),
  );
}
