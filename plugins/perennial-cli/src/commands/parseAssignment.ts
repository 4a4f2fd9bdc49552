import { InputError } from '@backstage/errors';

/** Takes `key=value` apart. */
export function parseAssignment(
  option: string,
  text: string,
): [key: string, value: string] {
  const position = text.indexOf('=');
  if (position < 1) {
    throw new InputError(
      `${option} ${text} is not of the form key=value, for example ${option} ${
        option === '--set' ? 'name=shop' : 'auth=none,jwt'
      }.`,
    );
  }
  return [text.slice(0, position), text.slice(position + 1)];
}
