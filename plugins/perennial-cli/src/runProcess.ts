import { run } from './run';

/**
 * Runs the command of this process and sets its exit code. Ctrl-C ends it in
 * order: what it has prepared is removed, and what it has started ended, first.
 *
 * @public
 */
export async function runProcess(): Promise<void> {
  const controller = new AbortController();
  // Both npm and the terminal pass Ctrl-C on, so a second one is no new wish.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: controller.signal,
  });
}
