/**
 * Random valid Perennial models for property-based tests.
 *
 * @packageDocumentation
 */
export { validModels } from './model/models';
export type { ModelLimits } from './model/models';
