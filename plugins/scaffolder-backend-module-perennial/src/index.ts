/**
 * Scaffolder actions of Perennial: resolve a model, render a service, publish it.
 *
 * @packageDocumentation
 */

export * from './actions';
export type { GithubOptions } from './lib/repository/GithubOptions';
export type { RetryPolicy } from './lib/retry/types';
export { scaffolderModulePerennial as default } from './module';
