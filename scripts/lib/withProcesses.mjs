import { ProcessGroup } from './processes.mjs';

/**
 * Runs something beside processes of its own, which end with it. One that ends
 * by itself meanwhile fails this with its last lines.
 *
 * @param {string} logs folder of their output
 * @param {(processes: ProcessGroup, signal: AbortSignal) => Promise<T>} use
 *   starts them; the signal is aborted where one is lost
 * @template T
 * @returns {Promise<T>}
 */
export async function withProcesses(logs, use) {
  const lost = new AbortController();
  const processes = new ProcessGroup({
    logs,
    onUnexpectedExit: error => lost.abort(error),
  });
  try {
    const result = await use(processes, lost.signal).catch(error => {
      // Whatever failed after a process was lost failed because of that.
      lost.signal.throwIfAborted();
      throw error;
    });
    lost.signal.throwIfAborted();
    return result;
  } finally {
    await processes.stop();
  }
}
