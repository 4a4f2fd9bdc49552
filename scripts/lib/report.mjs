import process from 'node:process';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const isTerminal = Boolean(process.stdout.isTTY);

/** An error whose message is all that a person needs: printed without a stack. */
export class UserError extends Error {
  name = 'UserError';
}

/** How many steps are under way. */
let running = 0;

/**
 * Runs one step and shows its progress: a moving line with the newest output on
 * a terminal, one line at its start and one at its end elsewhere, and for steps
 * beside another.
 *
 * @param {string} title What the step does, in a few words
 * @param {(update: (detail: string) => void) => Promise<T>} run The step
 * @template T
 * @returns {Promise<T>} what the step returns
 */
export async function step(title, run) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  let detail = '';
  let frame = 0;
  const draw = () => {
    const line = `${
      FRAMES[frame++ % FRAMES.length]
    } ${title} (${seconds()})  ${detail}`;
    const width = (process.stdout.columns ?? 80) - 1;
    process.stdout.write(`\r\u001b[K${line.slice(0, width)}`);
  };
  const moves = isTerminal && running === 0;
  if (!moves) {
    process.stdout.write(`… ${title}\n`);
  }
  running += 1;
  const timer = moves ? setInterval(draw, 100) : undefined;
  const finish = mark => {
    running -= 1;
    clearInterval(timer);
    const start = isTerminal ? '\r\u001b[K' : '';
    process.stdout.write(`${start}${mark} ${title} (${seconds()})\n`);
  };
  try {
    const result = await run(text => {
      detail = text;
    });
    finish('✔');
    return result;
  } catch (error) {
    finish('✖');
    throw error;
  }
}

/**
 * Prints why a command ends and sets its exit code: the message alone for a
 * {@link UserError}, the stack as well for anything unforeseen.
 *
 * @param {unknown} error
 */
export function fail(error) {
  const isForPeople = error instanceof UserError;
  process.stderr.write(
    `\n${isForPeople ? error.message : error?.stack ?? String(error)}\n`,
  );
  process.exitCode = 1;
}
