/**
 * The Perennial engine at a terminal.
 *
 * @packageDocumentation
 */

export { run } from './run';
export { runProcess } from './runProcess';
export type { RunOptions, TextStream } from './types';
