import type { ElkNode } from 'elkjs/lib/elk-api';

/** Runs the layout algorithm. */
export interface LayoutEngine {
  layout(graph: ElkNode): Promise<ElkNode>;
  stop(): void;
}

/** elkjs in a thread of its own, so that the page goes on meanwhile. */
export async function startInWorker(): Promise<LayoutEngine> {
  const { default: ELK } = await import('elkjs/lib/elk-api');
  const worker = new Worker(
    new URL('elkjs/lib/elk-worker.min.js', import.meta.url),
  );
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', event =>
      reject(new Error(`The layout's worker failed: ${event.message}`)),
    );
  });
  failed.catch(() => {
    // Told to whoever waits for a layout, and of no interest after that.
  });
  const elk = new ELK({ workerFactory: () => worker });
  return {
    layout: graph => Promise.race([elk.layout(graph), failed]),
    stop: () => worker.terminate(),
  };
}

/** elkjs on the page itself. */
export async function startOnPage(): Promise<LayoutEngine> {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const elk = new ELK();
  return { layout: graph => elk.layout(graph), stop: () => {} };
}
