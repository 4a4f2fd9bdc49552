import { InputError, isError } from '@backstage/errors';
import { version } from '../package.json';
import { renderCommand } from './commands/render/renderCommand';
import { testCommand } from './commands/test/testCommand';
import { GENERAL_HELP } from './help';
import { EXIT, type CommandResult, type RunOptions } from './types';

/**
 * Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong
 * use. Never throws.
 *
 * @public
 */
export async function run(options: RunOptions): Promise<number> {
  const { args, stdout } = options;
  const json = args.includes('--json');
  const [command, ...rest] = args;
  if (command === '--version' || command === '-v') {
    stdout.write(`${version}\n`);
    return EXIT.done;
  }
  if (command === undefined || command === '--help' || command === '-h') {
    stdout.write(GENERAL_HELP);
    return command === undefined ? EXIT.usage : EXIT.done;
  }
  try {
    const result = await runCommand(command, { ...options, args: rest });
    const { exitCode: code = EXIT.done } = result;
    stdout.write(result.summary);
    if (json) {
      const ok = code === EXIT.done;
      stdout.write(`${JSON.stringify({ ok, ...result.report })}\n`);
    }
    return code;
  } catch (error) {
    return report(error, options, json);
  }
}

async function runCommand(
  command: string,
  options: RunOptions,
): Promise<CommandResult> {
  if (command === 'render') {
    return renderCommand(options);
  }
  if (command === 'test') {
    return testCommand(options);
  }
  throw new InputError(
    `There is no command '${command}'. Run perennial --help for those that there are.`,
  );
}

function report(error: unknown, options: RunOptions, json: boolean): number {
  const { signal, stdout, stderr } = options;
  const code = exitCode(error, signal);
  const message =
    code === EXIT.interrupted
      ? interruption(options.args[0])
      : messageOf(error);
  stderr.write(`perennial: ${message}\n`);
  if (json) {
    const name = isError(error) ? error.name : 'Error';
    stdout.write(
      `${JSON.stringify({
        ok: false,
        exitCode: code,
        error: { name, message },
      })}\n`,
    );
  }
  return code;
}

function exitCode(error: unknown, signal: AbortSignal | undefined): number {
  if (signal?.aborted) {
    return EXIT.interrupted;
  }
  return isError(error) && error.name === 'InputError'
    ? EXIT.usage
    : EXIT.failed;
}

function interruption(command: string): string {
  return command === 'render'
    ? 'interrupted; nothing was written'
    : 'interrupted; everything that it had started was ended';
}

function messageOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  // Backstage's errors add their cause for logs; here the sentence has it already.
  const cause = isError(error.cause) ? `; caused by ${error.cause}` : '';
  return cause && error.message.endsWith(cause)
    ? error.message.slice(0, -cause.length)
    : error.message;
}
