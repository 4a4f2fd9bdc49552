import { InputError, isError } from '@backstage/errors';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Reads a command's arguments.
 *
 * @param hint - the sentence that closes the message: where the help is
 * @throws InputError for an argument that the command does not take
 */
export function parseCommandLine<Options extends ParseArgsConfig['options']>(
  args: string[],
  options: Options,
  hint: string,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const [sentence] = isError(error) ? error.message.split(/\. |\n/) : [error];
    throw new InputError(`${sentence}. ${hint}`);
  }
}
