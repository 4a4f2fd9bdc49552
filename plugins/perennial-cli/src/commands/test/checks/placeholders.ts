import { InputError } from '@backstage/errors';
import type { TestCase } from '../types';

const PLACEHOLDER = /\$\{\{\s*([^{}]*?)\s*\}\}/g;

/** What a check's command can name. */
export interface PlaceholderValues {
  /** Absolute folder of the template. */
  template: string;
  /** Absolute path of the model. */
  model: string;
  /** Name of the case. */
  case: string;
}

const NAMES: readonly string[] = [
  'template',
  'model',
  'case',
] satisfies (keyof PlaceholderValues)[];

export function placeholdersOf(testCase: TestCase): PlaceholderValues {
  return {
    template: testCase.template.folder,
    model: testCase.model.file,
    case: testCase.name,
  };
}

/** Replaces `${{ template }}`, `${{ model }}` and `${{ case }}`. */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
): string {
  return text.replace(
    PLACEHOLDER,
    (_, name: string) => values[name as keyof PlaceholderValues],
  );
}

/** Refuses placeholders that there are none of. */
export function checkPlaceholders(
  check: { run: string[]; env: Record<string, string | null> },
  place: string,
): void {
  for (const text of [...check.run, ...Object.values(check.env)]) {
    for (const [placeholder, name] of (text ?? '').matchAll(PLACEHOLDER)) {
      if (!NAMES.includes(name)) {
        throw new InputError(
          `${place} has the placeholder ${placeholder}, which stands for nothing. Use one of ${NAMES.map(
            known => `\${{ ${known} }}`,
          ).join(', ')}.`,
        );
      }
    }
  }
}
