import { InputError } from '@backstage/errors';

const UNRENDERED = /\$\{\{|\{%/;

/**
 * Refuses input in which an expression of the template was left as it is.
 *
 * The task runner hands the raw text on where an expression cannot be
 * evaluated, so that a typing error in a template would end up in files and
 * names.
 */
export function refuseUnrendered(input: unknown): void {
  const found = findUnrendered(input, '');
  if (found) {
    throw new InputError(
      `The input "${found.place}" still holds template syntax: ${JSON.stringify(
        found.text.slice(0, 120),
      )}. Correct the expression in the template; it may name a parameter or a step that does not exist. ` +
        'Text that a person typed may not hold "${{" or "{%".',
    );
  }
}

function findUnrendered(
  value: unknown,
  place: string,
): { place: string; text: string } | undefined {
  if (typeof value === 'string') {
    return UNRENDERED.test(value) ? { place, text: value } : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, member] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : `.${key}`;
    const memberPlace = place || !step.startsWith('.') ? place + step : key;
    const found =
      findUnrendered(key, memberPlace) ?? findUnrendered(member, memberPlace);
    if (found) {
      return found;
    }
  }
  return undefined;
}
