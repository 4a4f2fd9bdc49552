import { run } from './run';

/**
 * Runs the command of this process and sets its exit code. Ctrl-C ends it in
 * order: what it has prepared is removed first.
 *
 * @public
 */
export async function runProcess(): Promise<void> {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: controller.signal,
  });
}
