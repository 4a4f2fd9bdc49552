import { fromElkGraph, toElkGraph } from './elkGraph';
import { startInWorker, startOnPage, type LayoutEngine } from './engine';
import { gridLayout } from './gridLayout';
import type { Layout, LayoutRequest } from './types';

/** Whoever waits longer is better off with a plain grid. */
const PATIENCE_MS = 15_000;

/** More than this would hold up the page where there is no other thread. */
const MAX_NODES_ON_PAGE = 120;

class OutOfPatience extends Error {}

/** Lays out a diagram; gives nothing when it is aborted. */
export async function layoutDiagram(
  request: LayoutRequest,
  signal: AbortSignal,
): Promise<Layout | undefined> {
  for (const start of enginesFor(request)) {
    try {
      return await runEngine(start, request, signal);
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      if (error instanceof OutOfPatience) {
        break;
      }
      // A worker that a content security policy forbids: the next one, then.
    }
  }
  return gridLayout(request);
}

function enginesFor(request: LayoutRequest): (() => Promise<LayoutEngine>)[] {
  return [
    ...(typeof Worker === 'undefined' ? [] : [startInWorker]),
    ...(request.nodes.length > MAX_NODES_ON_PAGE ? [] : [startOnPage]),
  ];
}

async function runEngine(
  start: () => Promise<LayoutEngine>,
  request: LayoutRequest,
  signal: AbortSignal,
): Promise<Layout> {
  const engine = await start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = () => {};
  try {
    const ended = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new OutOfPatience()), PATIENCE_MS);
      abort = () => reject(signal.reason);
      signal.throwIfAborted();
      signal.addEventListener('abort', abort);
    });
    return fromElkGraph(
      await Promise.race([engine.layout(toElkGraph(request)), ended]),
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    engine.stop();
  }
}
