/**
 * A local stand-in for GitHub.
 *
 * @packageDocumentation
 */
export { DEFAULT_TOKEN, startSandbox } from './server';
export type { RunningSandbox, SandboxOptions } from './server';
export type { FaultRegistry } from './faults/FaultRegistry';
export type { RequestFilter, RequestLog } from './faults/RequestLog';
export type { Fault, FaultKind, LoggedRequest } from './faults/types';
