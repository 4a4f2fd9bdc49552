/**
 * The Perennial model: schema, validation, names, OpenAPI and lineage types.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './naming';
export * from './resolve';
export * from './validation';
export * from './wire';
export * from './lineage';
export * from './openapi';
export { cyclicComponents } from './pattern/components';
export * from './preview';
