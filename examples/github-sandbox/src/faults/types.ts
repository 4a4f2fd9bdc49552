/**
 * What goes wrong:
 * - `status`: an answer with this status instead of the effect
 * - `status-after`: the effect, then an answer with this status
 * - `drop-before`: the connection ends, nothing was done
 * - `drop-after`: the effect, then the connection ends without an answer
 * - `slow`: the effect and its answer after a delay
 * - `hang`: neither effect nor answer
 */
export type FaultKind =
  | 'status'
  | 'status-after'
  | 'drop-before'
  | 'drop-after'
  | 'slow'
  | 'hang';

/** All kinds of faults. */
export const FAULT_KINDS: FaultKind[] = [
  'status',
  'status-after',
  'drop-before',
  'drop-after',
  'slow',
  'hang',
];

/** A fault and the requests that it strikes. */
export interface Fault {
  /** Any method where left out. */
  method?: string;
  /** A text is the exact path; a pattern is tried on path and query. */
  path?: string | RegExp;
  kind: FaultKind;
  /** How many matching requests it strikes; default 1. */
  times?: number;
  /** How many matching requests pass first; default 0. */
  skip?: number;
  /** Default 500. */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Default 1000; for `slow`. */
  delayMs?: number;
}

/** A request that was answered, or not. */
export interface LoggedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  area: 'rest' | 'graphql' | 'git' | 'raw' | 'page';
  /** The status sent; 0 where the connection ended without one. */
  status: number;
  startedAt: string;
  durationMs: number;
  /** The fault that struck. */
  fault?: FaultKind;
}
